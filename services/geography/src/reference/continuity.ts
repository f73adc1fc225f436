import { MAP_DAYS } from './map-days';
import type { MappedUnit } from './mapped-unit';
import type { NewProvinceRow } from './reference-facts';

/** Whether the unit of that level and code is still the same on `day` as on the snapshot before. */
export type Continuity = (day: string, unit: MappedUnit) => boolean;

/**
 * Before and after 1 July 2025 level and code decide (between 2022 and 2025 an assumption). On that day only the
 * country and the provinces that merged with none go on. A commune-level unit never does: 150 have a single main
 * predecessor of the same code, but 18 of these also took parts of others or lost some, which the main successors,
 * codes, names and kinds do not show; only the conversion table does.
 */
export function continuityBy(newProvinces: readonly NewProvinceRow[]): Continuity {
  const unmerged = new Set(newProvinces.filter(isUnmerged).map((row) => row.gso_code));
  return (day, { level, code }) => {
    if (day !== MAP_DAYS.merger) return true;
    return level === 'COUNTRY' || (level === 'PROVINCE' && unmerged.has(code));
  };
}

/** Whether the province's only predecessor is itself. */
export function isUnmerged(row: NewProvinceRow): boolean {
  return row.predecessor_codes === row.gso_code;
}
