import { isUtf8 } from 'node:buffer';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { type CellFault, COLUMNS_LIMIT, TableFileError, type TableRow, tidyCell } from './table-row';

const SAVE_AS_UTF8 = 'save it as "CSV UTF-8" or as .xlsx and send that file';
const DELIMITERS = [',', ';', '\t'] as const;
/** Enough for the heading rows and the titles of any form. */
const LOOKED_AT_BYTES = 8_000;
const CHUNK_BYTES = 64_000;
/** An inverted comma that is never closed would take the rest of the file for one cell. */
const RECORD_LIMIT_BYTES = 200_000;
/** As spreadsheets have it. */
const LINES_LIMIT = 1_048_576;
const LOST = '\uFFFD';

/**
 * The rows of a CSV file, a piece of it at a time, in UTF-8, with or without a byte order mark; commas, semicolons or tabs, any line ends.
 * @throws TableFileError for bytes that are no such text, and inverted commas that do not close
 */
export async function* readCsvRows(content: Buffer): AsyncGenerator<readonly TableRow[]> {
  refuseOtherEncodings(content);
  refuseTooManyLines(content);
  let rows: TableRow[] = [];
  let row = 0;
  const parser = parse({
    bom: true,
    delimiter: findDelimiter(content.subarray(0, LOOKED_AT_BYTES).toString('utf8')),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: RECORD_LIMIT_BYTES,
    // taken here: as a stream of objects each row would cost more than to parse it
    on_record(record: string[]) {
      row += 1;
      rows.push(readRecord(row, record));
      return null;
    },
  });
  // whoever writes is told of it
  parser.on('error', () => {}).resume();
  const write = promisify<Buffer, void>((piece, done) => parser.write(piece, done));
  try {
    for (const piece of chunksOf(content)) {
      await write(piece);
      // a long file must not keep the process from everything else
      await turn();
      yield rows;
      rows = [];
    }
    await promisify<void>((done) => parser.end(done))();
    yield rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableFileError(
      'MALFORMED',
      'an inverted comma (") opens or closes a cell in the wrong place; write it twice inside of a cell ("")',
      // records that were read ahead of the fault are lost with it
      Number(error.records) + 1,
    );
  }
}

function readRecord(row: number, record: readonly string[]): TableRow {
  const faults: CellFault[] = [];
  const cells = record.map((raw, place) => {
    const text = tidyCell(raw);
    if (text === '') return text;
    if (place >= COLUMNS_LIMIT) {
      faults.push({ place, code: 'OUTSIDE_OF_TABLE', message: `the table ends ${COLUMNS_LIMIT} columns to the left` });
    }
    if (text.includes(LOST)) {
      const message = 'characters were lost in an earlier conversion; write the cell anew';
      faults.push({ place, code: 'LOST_CHARACTERS', message });
    }
    if (text.startsWith('=')) {
      const message = "the cell begins with =, as a formula does; write its result, or ' before a text";
      faults.push({ place, code: 'FORMULA', message });
    }
    // as this software and spreadsheets write a text that could be taken for a formula
    return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
  });
  return { row, cells: cells.slice(0, COLUMNS_LIMIT), faults };
}

/** What occurs most at the beginning of the file, inverted commas and what they hold left aside. */
function findDelimiter(beginning: string): string {
  const plain = beginning.replace(/"[^"]*"?/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function* chunksOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}

function refuseOtherEncodings(content: Buffer): void {
  if (content.length === 0) throw new TableFileError('NOT_A_TABLE', 'the file is empty; send the filled form');
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new TableFileError('WRONG_ENCODING', `the file is UTF-16; ${SAVE_AS_UTF8}`);
  }
  if (first === 0xd0 && second === 0xcf) {
    throw new TableFileError('NOT_A_TABLE', 'the file is a workbook of Excel before 2007 (.xls); save it as .xlsx');
  }
  if (content.includes(0)) throw new TableFileError('NOT_A_TABLE', `the file holds NUL bytes; ${SAVE_AS_UTF8}`);
  if (isUtf8(content)) return;
  // windows-1258 writes tone marks apart: only NFC makes its words comparable
  const asWindows = new TextDecoder('windows-1258').decode(content.subarray(0, LOOKED_AT_BYTES)).normalize('NFC');
  const found = /Huyện|Mã|Cơ quan/.test(asWindows) ? 'the file is Windows-1258' : 'the bytes are not UTF-8';
  throw new TableFileError('WRONG_ENCODING', `${found}; ${SAVE_AS_UTF8}`, firstBadRow(content));
}

function refuseTooManyLines(content: Buffer): void {
  let lines = 0;
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1)) lines += 1;
  if (lines <= LINES_LIMIT) return;
  const words = `the file has ${lines} lines; ${LINES_LIMIT} are the limit, as in spreadsheets. Delete the empty ones`;
  throw new TableFileError('TOO_LARGE', words);
}

/** Line by line, because a line feed is never a part of a longer UTF-8 character. */
function firstBadRow(content: Buffer): number {
  for (let row = 1, start = 0; ; row += 1) {
    const end = content.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(content.subarray(start, end))) return row;
    start = end + 1;
  }
}
