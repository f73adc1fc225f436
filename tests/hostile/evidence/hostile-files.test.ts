import { startTestSystem, type TestSystem } from '../../support/test-system';
import { getEvidence, type Outcome, putEvidence, refusal } from './evidence-client.fixture';
import {
  contentTypes,
  DOCX,
  docxFile,
  JPEG,
  officeFile,
  override,
  PDF,
  PNG,
  pdfFile,
  pngFile,
  sha256Of,
  XLSX,
} from './evidence-files.fixture';
import { zipFile } from './zip-file.fixture';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const countRows = async () =>
  (await system.database.query<{ count: number }>('select count(*)::int from rural_security.evidence'))[0]!.count;
const wordsOf = ({ body }: Outcome): string => body.errors[0].message;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const EXE = `MZ\x90\0${'\0'.repeat(200)}This program cannot be run in DOS mode.`;
const WORD = override(`${DOCX}.main+xml`);
const typesPart = (types: string) => ({ name: '[Content_Types].xml', content: contentTypes(types) });

describe('a file that evidence may not be', () => {
  it.each<[string, string, string | Buffer]>([
    ['a program that is called a PDF', PDF, EXE],
    ['a program of another system', 'application/octet-stream', '\x7fELF\x02\x01\x01'],
    ['an SVG with a script', 'image/svg+xml', SVG],
    ['an SVG that is called a PNG', PNG, `<?xml version="1.0"?>${SVG}`],
    ['HTML', 'text/html', '<!doctype html><script>alert(1)</script>'],
    ['HTML with a PDF behind it', PDF, `<script>alert(1)</script>\n${pdfFile(300).toString('latin1')}`],
    ['a script', 'text/plain', '#!/bin/sh\nrm -rf /\n'],
    ['plain text', 'text/plain', 'Báo cáo kết quả'],
    ['a table as text', 'text/csv', 'code,name\n00004,"=cmd|calc"\n'],
    ['a GIF', 'image/gif', 'GIF89a\x01\0\x01\0'],
    ['the first bytes of a PNG and nothing of its header', PNG, pngFile().subarray(0, 8)],
    ['an old Word document, which may hold macros', 'application/msword', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['nothing', PDF, ''],
  ])('is refused by its content: %s', async (_what, type, content) => {
    const refused = await putEvidence(system, Buffer.from(content as string, 'latin1'), { type });
    expect(refused).toMatchObject(refusal(400, 'EVIDENCE_TYPE_REFUSED'));
    expect(await countRows()).toBe(0);
  });

  it('is refused although its content may be kept, when Content-Type says something else', async () => {
    const refused = await putEvidence(system, pdfFile(), { type: JPEG });
    expect(refused).toMatchObject(refusal(400, 'EVIDENCE_TYPE_REFUSED'));
    expect(wordsOf(refused)).toContain(`its content is ${PDF}, and Content-Type says ${JPEG}`);
    expect(await countRows()).toBe(0);
  });

  it('is refused with both hashes when its bytes have another one than its address', async () => {
    const [expected, received] = [sha256Of(pdfFile()), sha256Of(pdfFile(2_001))];
    const refused = await putEvidence(system, pdfFile(2_001), { sha256: expected });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'EVIDENCE_MISMATCH', expected, received } }] },
    });
    expect(wordsOf(refused)).toContain(expected);
    expect(wordsOf(refused)).toContain(received);
    expect(await countRows()).toBe(0);
  });
});

describe('a ZIP', () => {
  const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `word/${index}.xml`, content: '' }));
  it.each<[string, string, Buffer]>([
    ['without the parts of a document', 'no document', zipFile([{ name: 'a.exe', content: EXE }])],
    ['with a document inside', 'no document', zipFile([{ name: 'a.docx', content: docxFile() }])],
    ['with types and no relations', 'no document', zipFile([typesPart(WORD)])],
    [
      'with two lists of types',
      'no document',
      zipFile([typesPart(WORD), typesPart(WORD), { name: '_rels/.rels', content: '' }]),
    ],
    [
      'that is a presentation',
      'no document',
      officeFile(override(`${DOCX.replace('wordprocessingml.document', 'presentationml.presentation')}.main+xml`)),
    ],
    ['that is a template', 'no document', officeFile(override(`${DOCX.replace('.document', '.template')}.main+xml`))],
    [
      'that is two documents at once',
      'no document',
      officeFile(WORD + override(`${XLSX}.main+xml`, '/xl/workbook.xml')),
    ],
    ['that is cut off', 'no document', docxFile().subarray(0, -30)],
    ['with a page behind its end', 'no document', Buffer.concat([docxFile(), Buffer.from('<script>')])],
    ['with a page in its comment', 'no document', officeFile(WORD, [], '<script>')],
    ['with encrypted parts', 'no document', docxFile([{ name: 'word/a.xml', content: 'a', flags: 1 }])],
    [
      'with a part that only some can unpack',
      'no document',
      docxFile([{ name: 'word/a.xml', content: 'a', method: 12 }]),
    ],
    [
      'with a part of two names',
      'no document',
      docxFile([{ name: 'word/a.xml', ownName: 'word/a.exe', content: 'a' }]),
    ],
    ['with types in a comment', 'no document', officeFile(`<!-- ${WORD} -->`)],
    [
      'with types in another namespace',
      'no document',
      officeFile(`${WORD}<t:Override PartName="/a" ContentType="application/vnd.ms-office.vbaProject"/>`),
    ],
    [
      'with types behind character references',
      'no document',
      officeFile(WORD + override('application/vnd.ms-word.document.macro&#69;nabled.main+xml', '/a')),
    ],
    [
      'with types that unpack to 20 MB',
      'no document',
      zipFile([typesPart(WORD + ' '.repeat(20_000_000)), { name: '_rels/.rels', content: '' }]),
    ],
    [
      'that is a document with macros',
      'holds macros',
      officeFile(override('application/vnd.ms-word.document.macroEnabled.main+xml')),
    ],
    [
      'that is a workbook with macros',
      'holds macros',
      officeFile(override('application/vnd.ms-excel.sheet.macroEnabled.main+xml', '/xl/workbook.xml')),
    ],
    [
      'with a project of macros by type',
      'holds macros',
      officeFile(`${WORD}<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>`, [
        { name: 'word/a.bin', content: 'a' },
      ]),
    ],
    ['with a project of macros by name', 'holds macros', docxFile([{ name: 'word/VBAProject.bin', content: 'a' }])],
    [
      'with a macro sheet',
      'holds macros',
      officeFile(
        override(`${XLSX}.main+xml`) +
          override('application/vnd.ms-excel.macrosheet+xml', '/xl/macrosheets/sheet1.xml'),
      ),
    ],
    ['of too many parts', 'it has 2004 parts', docxFile(many)],
    [
      'that unpacks to 110 MB',
      'it unpacks to 1100',
      docxFile([{ name: 'word/a.xml', content: Buffer.alloc(110_000_000) }]),
    ],
    [
      'that says it unpacks to 4 GB',
      'it unpacks to 4294',
      docxFile([{ name: 'word/a.xml', content: 'a', declaredLength: 0xffffffff }]),
    ],
    [
      'that unpacks to more than it says',
      'does not unpack to what it declares',
      docxFile([{ name: 'word/a.xml', content: Buffer.alloc(50_000_000), declaredLength: 100 }]),
    ],
    [
      'that unpacks to less than it says',
      'does not unpack to what it declares',
      docxFile([{ name: 'word/a.xml', content: 'a', declaredLength: 100 }]),
    ],
  ])('%s is refused: %s', async (_what, words, file) => {
    const refused = await putEvidence(system, file);
    expect(refused).toMatchObject(refusal(400, 'EVIDENCE_TYPE_REFUSED'));
    expect(wordsOf(refused)).toContain(words);
    expect(await countRows()).toBe(0);
  });

  it('with bytes turned over anywhere is refused or kept, and never breaks what reads it', async () => {
    const file = docxFile();
    for (let at = 0; at < file.length; at += 7) {
      const broken = Buffer.from(file);
      broken[at] = (broken[at] as number) ^ 0xff;
      expect([200, 201, 400]).toContain((await putEvidence(system, broken)).status);
    }
  });
});

describe('a file that is two things at once', () => {
  it.each([
    [
      'a PDF with a page behind it',
      PDF,
      Buffer.concat([pdfFile(300), Buffer.from(SVG), Buffer.from('<script>alert(1)</script>')]),
    ],
    ['a PNG with a page behind it', PNG, Buffer.concat([pngFile(), Buffer.from('<script>alert(1)</script>')])],
  ])('is kept as %s, and a browser can only save it', async (_what, type, file) => {
    expect((await putEvidence(system, file)).status).toBe(201);
    const { headers } = await getEvidence(system, sha256Of(file), { headers: { accept: 'text/html' } });
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}\.(pdf|png)"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});
