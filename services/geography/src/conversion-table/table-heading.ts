import type { CsvRecord } from '@tieuchi/subgraph-kit';
import { normaliseName, unaccent } from '../reference/unit-name';
import { COLUMNS, type Column, type RowFault } from './conversion-row';

/** The first row spans merged cells; it names the day on which the units changed. */
const PERIODS: readonly (readonly [number, string])[] = [
  [0, 'Đơn vị hành chính từ ngày 01/7/2025'],
  [3, 'Đơn vị hành chính trước ngày 01/7/2025'],
];

/** One fault for each title of the two heading rows that is not the office's; marks, case and spaces do not count. */
export function findHeadingFaults([periods, titles]: readonly CsvRecord[]): RowFault[] {
  return [
    ...PERIODS.flatMap(([place, title]) => checkTitle(periods, place, title, null)),
    ...COLUMNS.flatMap((title, place) => checkTitle(titles, place, title, title)),
  ];
}

function checkTitle(record: CsvRecord | undefined, place: number, expected: string, column: Column | null): RowFault[] {
  const found = record?.cells[place] ?? '';
  if (titleKey(found) === titleKey(expected)) return [];
  const reason = `heading ${place + 1}: expected "${expected}", found "${normaliseName(found)}"`;
  const remedy =
    (record?.cells.length ?? 0) < COLUMNS.length
      ? "import the statistics office's table with its eight columns, separated by commas"
      : "import the statistics office's table of 1 July 2025 with both heading rows";
  return [{ code: 'WRONG_HEADING', line: record?.line ?? 1, column, reason, remedy }];
}

function titleKey(title: string): string {
  return unaccent(title)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
