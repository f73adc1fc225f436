import { holdsOn } from '../reference/map-totals';
import type { Level, ReferenceGeography, UnitKind, UnitVersion } from '../reference/reference-geography';
import { nameKey } from './unit-name-match';

/** A unit as it stands on the map of one day. */
export interface PlacedUnit {
  readonly id: string;
  readonly level: Level;
  readonly code: string;
  readonly kind: UnitKind;
  readonly fullName: string;
  readonly parentId: string | null;
}

/** The map of one day: units by level and code, or by a second code under which other documents print them. */
export class PlacedUnits {
  private readonly byId = new Map<string, PlacedUnit>();
  private readonly byCode = new Map<string, PlacedUnit>();
  private readonly byAlias = new Map<string, PlacedUnit>();
  private byName: Map<string, PlacedUnit> | null = null;

  constructor(
    { units, versions, aliases }: ReferenceGeography,
    readonly day: string,
  ) {
    const versionById = new Map<string, UnitVersion>();
    for (const version of versions) if (holdsOn(version, day)) versionById.set(version.unitId, version);
    for (const { id, level, code } of units) {
      const version = versionById.get(id);
      if (version === undefined) continue;
      const { kind, fullNameVi, parentId } = version;
      this.place({ id, level, code, kind, fullName: fullNameVi, parentId });
    }
    for (const { unitId, code } of aliases) {
      const unit = this.byId.get(unitId);
      if (unit) this.byAlias.set(`${unit.level} ${code}`, unit);
    }
  }

  private place(unit: PlacedUnit): void {
    this.byId.set(unit.id, unit);
    this.byCode.set(`${unit.level} ${unit.code}`, unit);
  }

  find(level: Level, code: string): PlacedUnit | undefined {
    return this.byCode.get(`${level} ${code}`) ?? this.byAlias.get(`${level} ${code}`);
  }

  /** The unit of that full name, kind included, in the same parent. */
  findNamesake(parentId: string | null, fullName: string): PlacedUnit | undefined {
    // only names that differ are looked up: a few hundred of the table's
    this.byName ??= new Map(
      [...this.byId.values()].map((unit) => [`${unit.parentId} ${nameKey(unit.fullName)}`, unit]),
    );
    return this.byName.get(`${parentId} ${nameKey(fullName)}`);
  }

  parentOf({ parentId }: PlacedUnit): PlacedUnit | undefined {
    return parentId === null ? undefined : this.byId.get(parentId);
  }

  provinceOf(unit: PlacedUnit): PlacedUnit | undefined {
    if (unit.level === 'PROVINCE') return unit;
    const parent = this.parentOf(unit);
    return parent && this.provinceOf(parent);
  }

  allOf(level: Level): PlacedUnit[] {
    return [...this.byCode.values()].filter((unit) => unit.level === level);
  }
}
