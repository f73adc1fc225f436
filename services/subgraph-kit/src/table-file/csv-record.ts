import { CsvError, parse } from 'csv-parse/sync';
import type { TableFault } from './table-fault';

export interface CsvRecord {
  /** The first line of the record, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The records of a CSV text with commas and double quotes, blank lines left out; numbers of cells may differ.
 * A quote that is never closed is TRUNCATED, any other misplaced quote MALFORMED: then there are no records.
 */
export function readCsvRecords(text: string): { records: CsvRecord[]; fault: TableFault | null } {
  // csv-parse counts CR LF within quotes as two lines
  const lines = text.replace(/\r\n?/g, '\n');
  try {
    return { records: parseRecords(lines), fault: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const before = parseRecords(lines, Number(error.records)).at(-1);
    const start = before === undefined ? 1 : before.line + countLineBreaks(before.cells) + 1;
    return { records: [], fault: toFault(error, start) };
  }
}

function parseRecords(text: string, upTo = -1): CsvRecord[] {
  if (upTo === 0) return [];
  const entries = parse(text, {
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    to: upTo,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return entries.map(({ record, info }) => ({ line: info.lines - countLineBreaks(record), cells: record }));
}

function countLineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function toFault({ code, lines }: CsvError, start: number): TableFault {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const reason = 'a quote opened in this row is never closed: the file ends within a cell';
    return { code: 'TRUNCATED', line: start, column: null, reason, remedy: 'import the complete file' };
  }
  const reason = `misplaced quote in line ${String(lines)}, in the row that begins in line ${start}`;
  return { code: 'MALFORMED', line: start, column: null, reason, remedy: 'write a quote within a cell twice ("")' };
}
