import { Role } from '@tieuchi/subgraph-kit';
import {
  type Commune,
  DAY,
  findCommunes,
  formRow,
  sendAssessments,
  TITLES,
} from '../../services/assessment-files.fixture';
import { type Officer, signIn, unitIdOf } from '../../support/officer';
import { startTestSystem, type TestSystem } from '../../support/test-system';
import { rowOf, workbook } from './workbook.fixture';

const LAST_ROW = 1_048_576;

let system: TestSystem;
let officer: Officer;
let communes: Commune[];

beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope });
  communes = await findCommunes(system, '19');
}, 60_000);
afterAll(() => system.stop());

const send = (file: string | Uint8Array) => sendAssessments(system, officer, file);
const countRows = async () =>
  (await system.database.query<{ count: number }>('select count(*)::int from rural_security.assessment'))[0]?.count;
const place = (title: string) => TITLES.indexOf(title);
/** A row of the form with one cell as a test has it. */
function withCell(title: string, cell: string): string {
  const cells = formRow(communes[0] as Commune);
  cells[place(title)] = cell;
  return rowOf(cells, 2);
}
const sheet = (...rows: string[]) => rowOf(TITLES, 1) + rows.join('');

afterEach(async () => expect(await countRows()).toBe(0));

describe('a cell that is no text', () => {
  it.each([
    ['a formula', 'ND3', '<c><f>IF(A1="",1,0)</f><v>1</v></c>', 'FORMULA', '=IF(A1="",1,0)'],
    ['a formula that another cell shares', 'ND3', '<c><f t="shared" si="0"/><v>1</v></c>', 'FORMULA', 'a formula'],
    ['a formula without its result', 'Kết quả', '<c><f>NOW()</f></c>', 'FORMULA', '=NOW()'],
    ['a formula of another file', 'ND3', '<c t="str"><f>\'[1]Sheet1\'!A1</f><v>Đ</v></c>', 'EXTERNAL_LINK', '[1]'],
    [
      'a formula of a web address',
      'ND3',
      '<c t="str"><f>WEBSERVICE("http://x")</f><v>Đ</v></c>',
      'EXTERNAL_LINK',
      'http',
    ],
    ['a formula that starts a program', 'ND3', "<c><f>cmd|'/c calc'!A0</f><v>0</v></c>", 'EXTERNAL_LINK', 'cmd|'],
    ['an error', 'ND3', '<c t="e"><v>#REF!</v></c>', 'CELL_ERROR', '#REF!'],
    ['a code that became a number', 'Mã', '<c><v>5488</v></c>', 'NAME_OF_ANOTHER_UNIT|UNIT_NOT_FOUND', '5488'],
    ['a number with decimals', 'ND3', '<c><v>1.5</v></c>', 'UNREADABLE_CELL', '1.5'],
    ['yes as a spreadsheet has it', 'ND3', '<c t="b"><v>1</v></c>', 'UNREADABLE_CELL', 'TRUE'],
    [
      '29 February 1900, which spreadsheets know alone',
      'Ngày',
      '<c s="1"><v>60</v></c>',
      'UNREADABLE_CELL',
      '1900-02-29',
    ],
  ])('is named with row, column and what to do: %s', async (_what, title, cell, code, shown) => {
    const { status, report } = await send(workbook(sheet(withCell(title, cell))));
    expect(status).toBe('REFUSED');
    expect(report.faults[0]).toEqual({
      row: 2,
      column: title,
      code: expect.stringMatching(new RegExp(`^(${code})$`)),
      message: expect.stringContaining(shown),
    });
  });

  it('is named by its letters where no title stands above it', async () => {
    const row = `<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>`;
    const { report } = await send(workbook(sheet(row)));
    expect(report.faults).toMatchObject([{ row: 2, column: 'XFD', code: 'OUTSIDE_OF_TABLE' }]);
  });
});

describe('a workbook', () => {
  it('is refused with the name of the file that it takes values from', async () => {
    const links = [
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
      {
        name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
        content:
          '<Relationships><Relationship Id="rId1" Target="file:///C:/so-lieu.xlsx" TargetMode="External"/></Relationships>',
      },
    ];
    const { status, report } = await send(workbook(sheet(rowOf(formRow(communes[0] as Commune), 2)), links));
    expect([status, report.faults[0].code]).toEqual(['REFUSED', 'EXTERNAL_LINK']);
    expect(report.faults[0].message).toContain('so-lieu.xlsx');
  });

  it.each([
    ['macros', [{ name: 'xl/vbaProject.bin', content: 'x' }], 'NOT_A_TABLE', 'macros'],
    [
      'a part that unpacks to 200 MB',
      [{ name: 'xl/media/a.bin', content: Buffer.alloc(200_000_000) }],
      'TOO_LARGE',
      '100000000',
    ],
    [
      'a part that unpacks to more than it says',
      [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(50_000_000, ' '), declaredLength: 1_000 }],
      'NOT_A_TABLE',
      'declares',
    ],
    [
      'entities that become a flood',
      [
        {
          name: 'xl/sharedStrings.xml',
          content: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;&a;</t></si></sst>',
        },
      ],
      'NOT_A_TABLE',
      'document type',
    ],
    [
      'a sheet that is cut off',
      [{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row r="1"><c' }],
      'NOT_A_TABLE',
      'broken',
    ],
    [
      'a sheet in another encoding',
      [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<a>é</a>', 'latin1') }],
      'NOT_A_TABLE',
      'sheet1.xml',
    ],
    [
      'texts beyond all measure',
      [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(41_000_000, ' ') }],
      'TOO_LARGE',
      'text',
    ],
    [
      'a tag that never ends',
      [{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet a="${'x'.repeat(3_000_000)}` }],
      'NOT_A_TABLE',
      'broken',
    ],
    ['no sheet', [{ name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' }], 'NOT_A_TABLE', 'no sheet'],
  ])(
    'is refused by name: %s',
    async (_what, parts, code, words) => {
      const { status, report } = await send(workbook(sheet(), parts));
      expect([status, report.faults[0].code]).toEqual(['REFUSED', code]);
      expect(report.faults[0].message).toContain(words);
    },
    20_000,
  );

  it('with a million empty rows is read to its last, in little memory', async () => {
    const empty = Array.from({ length: LAST_ROW - 3 }, (_, index) => `<row r="${index + 2}" spans="1:17" s="1"/>`).join(
      '',
    );
    const cells = formRow(communes[0] as Commune);
    const last = rowOf(cells.with(place('ND8'), '?'), LAST_ROW);
    const file = workbook(sheet(empty, last));
    const before = process.memoryUsage().rss;
    const { status, report } = await send(file);
    expect({ status, rows: report.rows, faults: report.faults }).toMatchObject({
      status: 'REFUSED',
      rows: 1,
      faults: [{ row: LAST_ROW, column: 'ND8' }],
    });
    expect((process.memoryUsage().rss - before) / 1_000_000).toBeLessThan(250);
  }, 60_000);

  it('reads days, texts in pieces and characters that XML has not as spreadsheets write them', async () => {
    const day = withCell('Ngày', '<c s="1"><v>45945</v></c>');
    const rich = '<c t="inlineStr"><is><r><t>Chưa </t></r><r><t>đạt</t></r><rPh><t>x</t></rPh></is></c>';
    const { report } = await send(workbook(sheet(day, withCell('ND3', rich).replace('r="2"', 'r="3"'))));
    expect(report.understood).toContainEqual({ cell: 'Chưa đạt', as: 'C', count: 1 });
    // the day was read: the row is refused for its twin alone
    expect(report.faults.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
      [3, 'DUPLICATE_ROW'],
    ]);
  });
});

describe('a text file', () => {
  it.each([
    ['UTF-16', Buffer.from('\uFEFFMã,ND1\n', 'utf16le'), null, 'WRONG_ENCODING'],
    ['Windows-1258', Buffer.from('M\xe3,Huy\xea\xf2n\n', 'latin1'), 1, 'WRONG_ENCODING'],
    ['an inverted comma that never closes', `${TITLES.join(',')}\n"1,2\n3,4\n`, 2, 'MALFORMED'],
    [
      'an inverted comma that takes the rest of a long file',
      `${TITLES.join(',')}\n"${'1,2\n'.repeat(200_000)}`,
      2,
      'MALFORMED',
    ],
    ['more rows than a spreadsheet has', '\n'.repeat(LAST_ROW + 2), null, 'TOO_LARGE'],
    ['nothing', '', null, 'NOT_A_TABLE'],
    ['a document of Word', Buffer.from('PK\x03\x04 no ZIP at all'), null, 'NOT_A_TABLE'],
  ])(
    'is refused with the row: %s',
    async (_what, file, row, code) => {
      const { status, report } = await send(file);
      expect([status, report.faults]).toMatchObject(['REFUSED', [{ row, column: null, code }]]);
    },
    30_000,
  );

  it('of nothing but faults has them counted, and the first of them named', async () => {
    const faulty = Array.from({ length: 30_000 }, (_, index) => `x${index}${','.repeat(16)}`).join('\n');
    const { report } = await send(`${['Mã', ...TITLES.filter((title) => title !== 'Mã')].join(',')}\n${faulty}`);
    expect([report.faultCount, report.faults.length, report.faults[0].row]).toEqual([30_000, 2_000, 2]);
  }, 30_000);

  it('larger than 20 MB is not taken', async () => {
    const answer = await send(Buffer.alloc(20_000_001, 'x')).catch(() => 'cut off');
    expect(answer === 'cut off' || (answer as { http: number }).http === 413).toBe(true);
  });
});
