import type { Level } from './reference-geography';
import type { UnitNames } from './unit-name';

/** A unit as the map of one day shows it. The parent is given by its key: identities are found later. */
export interface MappedUnit extends UnitNames {
  level: Level;
  code: string;
  parentKey: string | null;
  regionVi: string | null;
}

/** Names a unit on the map of one day, and only there: a code is not a key over time. */
export function unitKey(level: Level, code: string): string {
  return `${level} ${code}`;
}
