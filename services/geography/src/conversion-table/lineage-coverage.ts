import type { RowFault } from './conversion-row';
import { groupBy } from './group-by';
import type { PlacedUnit, PlacedUnits } from './placed-units';
import type { Maps, MatchedRow } from './row-matching';

/** Links of the office's table of 1 July 2025. */
export const OFFICIAL_LINK_COUNT = 10_571;

const SHOWN_CODES = 5;
const COMPLETE_TABLE = "import the statistics office's complete table";

/**
 * What a table lacks of which each row is sound: one fault for each link that stands twice, for too few links in all, and
 * for each province with communes that no row names.
 */
export function findGaps(rows: readonly MatchedRow[], { before, after }: Maps, expectedLinks: number): RowFault[] {
  const old = new Set(rows.map(({ predecessor }) => predecessor.id));
  const current = new Set(rows.map(({ successor }) => successor.id));
  return [
    ...findDuplicates(rows),
    ...findShortage(rows.length, expectedLinks),
    ...findMissing(before, old),
    ...findMissing(after, current),
  ];
}

function findDuplicates(rows: readonly MatchedRow[]): RowFault[] {
  const byLink = groupBy(rows, ({ predecessor, successor }) => `${predecessor.id} ${successor.id}`);
  return [...byLink.values()].flatMap(([first, ...others]) =>
    others.map(({ row: { line }, predecessor, successor }): RowFault => {
      const link = `${predecessor.fullName} (${predecessor.code}) → ${successor.fullName} (${successor.code})`;
      const reason = `the link ${link} stands in line ${first!.row.line} already`;
      return { code: 'DUPLICATE_LINK', line, column: null, reason, remedy: 'delete one of the rows' };
    }),
  );
}

function findShortage(found: number, expected: number): RowFault[] {
  if (found >= expected) return [];
  const reason = `the table has ${found} links, expected ${expected}: the file is cut off, or rows were deleted`;
  return [{ code: 'TRUNCATED', line: null, column: null, reason, remedy: COMPLETE_TABLE }];
}

function findMissing(map: PlacedUnits, covered: ReadonlySet<string>): RowFault[] {
  const communes = groupBy(map.allOf('COMMUNE'), (unit) => map.provinceOf(unit));
  return [...communes].flatMap(([province, units]): RowFault[] => {
    const missing = units.filter(({ id }) => !covered.has(id));
    if (missing.length === 0) return [];
    const where = `${province?.fullName} (${province?.code}) on ${map.day}`;
    const reason = `${where}: no row names ${missing.length} of its ${units.length} communes: ${listUnits(missing)}`;
    return [{ code: 'NOT_COVERED', line: null, column: null, reason, remedy: COMPLETE_TABLE }];
  });
}

function listUnits(units: readonly PlacedUnit[]): string {
  const shown = units.slice(0, SHOWN_CODES).map(({ code, fullName }) => `${code} ${fullName}`);
  return units.length > SHOWN_CODES ? `${shown.join(', ')}, …` : shown.join(', ');
}
