import type { CsvRecord } from '@tieuchi/subgraph-kit';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS, type ReportColumn, type ReportFault } from './report-columns';

const KNOWN: readonly string[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

/** The place of each column, or what is wrong with the first line. */
export interface ReportHeading {
  readonly places: ReadonlyMap<ReportColumn, number>;
  readonly width: number;
  readonly faults: readonly ReportFault[];
}

/** Looked for before quotes are read: other separators put them in the middle of cells. */
export function findWrongSeparator(text: string): ReportFault | null {
  const [first = ''] = text.split(/[\r\n]/, 1);
  if (first.includes(',') || !first.includes(';')) return null;
  const remedy = 'save it with commas; decimals are written with a point and cells with commas in quotes';
  return { line: 1, column: null, reason: 'the cells are separated by ";"', remedy };
}

export function readHeading(record: CsvRecord | undefined): ReportHeading {
  const titles = (record?.cells ?? []).map((title) => title.trim());
  const places = new Map(titles.map((title, place) => [title as ReportColumn, place]));
  return { places, width: titles.length, faults: findFaults(titles, record?.line ?? 1) };
}

function findFaults(titles: readonly string[], line: number): ReportFault[] {
  const missing = REQUIRED_COLUMNS.filter((column) => !titles.includes(column));
  const unknown = titles.filter((title) => !KNOWN.includes(title));
  const repeated = titles.filter((title, place) => titles.indexOf(title) !== place);
  return [
    ...missing.map((column) => ({ line, column, reason: 'the column is missing', remedy: 'add it, also if empty' })),
    ...unknown.map((column) => ({
      line,
      column: column.slice(0, 60),
      reason: 'no such column',
      remedy: `take it out; optional columns: ${OPTIONAL_COLUMNS.join(', ')}`,
    })),
    ...repeated.map((column) => ({ line, column, reason: 'the column is there twice', remedy: 'leave one of them' })),
  ];
}
