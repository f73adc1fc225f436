import { createInflateRaw } from 'node:zlib';
import type { ZipEntry } from '../evidence/zip-entries';
import { TableFileError } from './table-row';
import { attributeOf, type XmlListener, XmlScanner } from './xml-scanner';

/** What the cells of the first sheet are read with. */
export interface Workbook {
  readonly sheet: ZipEntry;
  /** Null where the workbook has none. */
  readonly sharedStrings: readonly string[];
  /** By the style of a cell: whether its number is a day. */
  readonly isDayByStyle: readonly boolean[];
  /** Whether days are counted from 1904, as old Macs did. */
  readonly isFrom1904: boolean;
  /** Files elsewhere that the workbook takes values from. */
  readonly externalLinks: readonly string[];
}

/** Texts are kept while the sheet is read; a form of all communes has 1 MB of them. */
const SHARED_LIMIT_BYTES = 40_000_000;
/** What is unpacked at once: each piece costs a way to another thread and back. */
const PIECE_BYTES = 128_000;
/** Numbers of formats that every spreadsheet knows as days (ECMA-376 part 1, 18.8.30). */
const KNOWN_DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** @throws TableFileError where the parts do not make a workbook */
export async function openWorkbook(entries: readonly ZipEntry[]): Promise<Workbook> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let isFrom1904 = false;
  const sheetIds: string[] = [];
  await scanPart(requirePart(byName, 'xl/workbook.xml'), {
    ...QUIET,
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name === 'sheet')
        sheetIds.push(/\sr:id="([^"]*)"/.exec(attributes)?.[1] ?? attributeOf(attributes, 'id') ?? '');
    },
  });
  const targets = await readTargets(requirePart(byName, 'xl/_rels/workbook.xml.rels'));
  const sheet = byName.get(targets.get(sheetIds[0] ?? '') ?? '');
  if (!sheet) throw new TableFileError('NOT_A_TABLE', 'the workbook has no sheet; send the filled form');
  return {
    sheet,
    sharedStrings: await readSharedStrings(byName.get('xl/sharedStrings.xml')),
    isDayByStyle: await readStyles(byName.get('xl/styles.xml')),
    isFrom1904,
    externalLinks: await readExternalLinks(entries),
  };
}

/** @throws TableFileError where it does not unpack to what it declares */
export async function scanPart(entry: ZipEntry, listener: XmlListener): Promise<void> {
  for await (const _ of scanInSteps(entry, listener));
}

/** The same, with a pause after each piece, so that what was told can be taken on before the next. */
export async function* scanInSteps(entry: ZipEntry, listener: XmlListener): AsyncGenerator<void> {
  const scanner = new XmlScanner(listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces = entry.isDeflated ? createInflateRaw({ chunkSize: PIECE_BYTES }).end(entry.packed) : [entry.packed];
  let length = 0;
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > entry.byteLength) break;
      scanner.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    scanner.write(decoder.decode());
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError('NOT_A_TABLE', `${entry.name} cannot be unpacked; save the workbook anew`);
  }
  scanner.end();
  if (length !== entry.byteLength) {
    throw new TableFileError(
      'NOT_A_TABLE',
      `${entry.name} does not unpack to what it declares; save the workbook anew`,
    );
  }
}

const QUIET: XmlListener = { open() {}, close() {}, text() {} };

function requirePart(byName: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const part = byName.get(name);
  if (part) return part;
  throw new TableFileError('NOT_A_TABLE', `the workbook has no ${name}; save it with a spreadsheet as .xlsx`);
}

/** Names of parts by the ids that the workbook calls them. */
async function readTargets(part: ZipEntry): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await scanPart(part, {
    ...QUIET,
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function readSharedStrings(part: ZipEntry | undefined): Promise<string[]> {
  if (!part) return [];
  if (part.byteLength > SHARED_LIMIT_BYTES) {
    throw new TableFileError('TOO_LARGE', `the workbook holds ${part.byteLength} bytes of text; send it in parts`);
  }
  const strings: string[] = [];
  let isText = false;
  let isPhonetic = false;
  let current = '';
  await scanPart(part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    close(name) {
      if (name === 'si') strings.push(current);
      else if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
    },
    text(text) {
      if (isText && !isPhonetic) current += text;
    },
  });
  return strings;
}

async function readStyles(part: ZipEntry | undefined): Promise<boolean[]> {
  const isDayByStyle: boolean[] = [];
  const ownDayFormats = new Set<number>();
  let isCellStyle = false;
  if (!part) return isDayByStyle;
  await scanPart(part, {
    ...QUIET,
    open(name, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? Number.NaN);
      if (name === 'numFmt' && isDayFormat(attributeOf(attributes, 'formatCode') ?? '')) ownDayFormats.add(id);
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'xf' && isCellStyle) isDayByStyle.push(KNOWN_DAY_FORMATS.has(id) || ownDayFormats.has(id));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return isDayByStyle;
}

/** A day has a d or a y outside of texts, colours and conditions: "dd/mm/yyyy", not "0,00 \d". */
function isDayFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''));
}

async function readExternalLinks(entries: readonly ZipEntry[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of entries.filter(({ name }) => /^xl\/externalLinks\/_rels\/.*\.rels$/.test(name))) {
    await scanPart(entry, {
      ...QUIET,
      open(name, attributes) {
        if (name === 'Relationship') found.push(attributeOf(attributes, 'Target') ?? 'another file');
      },
    });
  }
  return found;
}
