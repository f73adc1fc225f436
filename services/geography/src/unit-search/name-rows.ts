import { findAncestors, overlap } from '../reference/ancestors';
import type { Level, ReferenceGeography, UnitKind, UnitVersion } from '../reference/reference-geography';
import { foldName } from './fold-name';
import { composeLine } from './unit-line';

/** What a unit can be found by while one of its versions holds; days as in `UnitVersion`. */
export interface UnitNameRow {
  readonly unitId: string;
  readonly level: Level;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly line: string;
  readonly folded: string;
  /** Folded names of district and province, each between bars: `|dong hy|thai nguyen|`. */
  readonly within: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** One row for each version of a unit, and the same again for each other code under which documents print it. */
export function listUnitNames({ units, versions, aliases }: ReferenceGeography): UnitNameRow[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const versionsByUnit = new Map<string, UnitVersion[]>();
  for (const version of versions) {
    versionsByUnit.set(version.unitId, [...(versionsByUnit.get(version.unitId) ?? []), version]);
  }
  const ancestorsOf = findAncestors(versions);
  const rows = versions.map((version): UnitNameRow => {
    const { unitId, kind, fullNameVi: name, validFrom, validTo } = version;
    const { level, code } = unitById.get(unitId)!;
    const { districtId, provinceId } = ancestorsOf(version);
    const above = [districtId, provinceId].flatMap((id) => (id === null ? [] : [versionsByUnit.get(id) ?? []]));
    const held = above.map((all) => all.filter((one) => overlap(one, version)));
    const within = new Set(held.flat().map(foldBareName));
    return {
      ...{ unitId, level, code, kind, name, validFrom, validTo },
      // a version can outlast a name of its province (Thừa Thiên Huế, Huế): the line says the last
      line: composeLine([name, ...held.flatMap((all) => all.at(-1)?.fullNameVi ?? [])]),
      folded: foldBareName(version),
      within: within.size === 0 ? '' : `|${[...within].join('|')}|`,
    };
  });
  const aliasRows = aliases.flatMap(({ unitId, code }) =>
    rows.filter((row) => row.unitId === unitId).map((row) => ({ ...row, code })),
  );
  return [...rows, ...aliasRows];
}

/** Of a unit that has only a number, the number: its name holds the kind ("Phường 14"), which people type or leave out. */
function foldBareName({ nameVi, fullNameVi }: UnitVersion): string {
  const folded = foldName(nameVi);
  return nameVi === fullNameVi ? (/\d+$/.exec(folded)?.[0] ?? folded) : folded;
}
