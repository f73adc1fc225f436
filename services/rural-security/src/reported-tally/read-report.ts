import { type CsvRecord, type Day, decodeTable, readCsvRecords, TableEncodingError } from '@tieuchi/subgraph-kit';
import type { ReportColumn, ReportFault } from './report-columns';
import { findWrongSeparator, type ReportHeading, readHeading } from './report-heading';
import { type ReportedEntry, readEntry } from './reported-entry';
import { quote, RowCells } from './row-cells';

export interface ReadReport {
  /** Those that could be read; a file with faults is never applied. */
  readonly entries: readonly ReportedEntry[];
  readonly faults: readonly ReportFault[];
}

/**
 * Reads a table of reported figures: UTF-8 with or without a byte order mark, commas, either kind of line ends, the names
 * of its columns in the first line.
 * @param today the day in Vietnam
 * @returns a fault for each cell that cannot be read; faults of bytes, quotes or the first line end the reading
 */
export function readReport(content: Uint8Array, today: Day): ReadReport {
  let text: string;
  try {
    text = decodeTable(content, 'tỉnh');
  } catch (error) {
    if (error instanceof TableEncodingError) return { entries: [], faults: [error.fault] };
    throw error;
  }
  const wrongSeparator = findWrongSeparator(text);
  if (wrongSeparator !== null) return { entries: [], faults: [wrongSeparator] };
  const { records, fault } = readCsvRecords(text);
  if (fault !== null) return { entries: [], faults: [fault] };
  const [first, ...rows] = records;
  const heading = readHeading(first);
  if (heading.faults.length > 0) return { entries: [], faults: heading.faults };
  if (rows.length === 0) return { entries: [], faults: [NO_ROWS] };
  const isWhole = /[\r\n]$/.test(text);
  return readRows(rows, heading, (line) => !isWhole && line === rows.at(-1)?.line, today);
}

const NO_ROWS: ReportFault = {
  line: null,
  column: null,
  reason: 'the file has no rows below its first line',
  remedy: 'import the complete file',
};

function readRows(
  rows: readonly CsvRecord[],
  heading: ReportHeading,
  mayBeCut: (line: number) => boolean,
  today: Day,
): ReadReport {
  const entries: ReportedEntry[] = [];
  const faults: ReportFault[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== heading.width) {
      faults.push(wrongWidth(line, cells, heading.width, mayBeCut(line)));
      continue;
    }
    const named = new Map(
      [...heading.places].map(([column, place]): [ReportColumn, string] => [column, cells[place]!]),
    );
    const row = new RowCells(line, named);
    entries.push(readEntry(line, row, today));
    faults.push(...row.faults);
  }
  return { entries, faults: [...faults, ...findRepeated(entries)] };
}

function wrongWidth(line: number, cells: readonly string[], width: number, isCut: boolean): ReportFault {
  if (isCut && cells.length < width) {
    const reason = `the file ends within its last row, at ${quote(cells.at(-1) ?? '')}`;
    return { line, column: null, reason, remedy: 'import the complete file' };
  }
  const reason = `${cells.length} cells where the first line has ${width}`;
  const remedy = 'put cells with a comma into quotes, write decimals with a point, leave no cell out';
  return { line, column: null, reason, remedy };
}

function findRepeated(entries: readonly ReportedEntry[]): ReportFault[] {
  const firstLines = new Map<string, number>();
  return entries.flatMap(({ line, reference }) => {
    const first = firstLines.get(reference);
    if (first === undefined) firstLines.set(reference, line);
    if (first === undefined || reference === '') return [];
    const reason = `${quote(reference)} is the id of line ${first} too`;
    return [{ line, column: 'id', reason, remedy: 'give each row an id of its own' }];
  });
}
