import { holdsOn } from '../reference/map-totals';
import { unitKey } from '../reference/mapped-unit';
import type { Level, ReferenceGeography, Unit, UnitVersion } from '../reference/reference-geography';

/** A unit as it is on the day of a map. */
export interface UnitOnDay extends UnitVersion {
  level: Level;
  code: string;
}

/** The map of one day, by level and code, by identity and by parent. */
export class DayMap {
  readonly units: readonly UnitOnDay[];
  private readonly byKey: ReadonlyMap<string, UnitOnDay>;
  private readonly byId: ReadonlyMap<string, UnitOnDay>;
  private readonly byParent: ReadonlyMap<string, UnitOnDay[]>;

  constructor(
    geography: ReferenceGeography,
    readonly day: string,
  ) {
    const units = new Map(geography.units.map((unit) => [unit.id, unit]));
    this.units = geography.versions
      .filter((version) => holdsOn(version, day))
      .flatMap((version) => toUnitOnDay(version, units.get(version.unitId)));
    this.byKey = new Map(this.units.map((unit) => [unitKey(unit.level, unit.code), unit]));
    this.byId = new Map(this.units.map((unit) => [unit.unitId, unit]));
    const byParent = new Map<string, UnitOnDay[]>();
    for (const unit of this.units) {
      const siblings = byParent.get(unit.parentId ?? '');
      if (siblings) siblings.push(unit);
      else byParent.set(unit.parentId ?? '', [unit]);
    }
    this.byParent = byParent;
  }

  find(level: Level, code: string): UnitOnDay | undefined {
    return this.byKey.get(unitKey(level, code));
  }

  get(unitId: string): UnitOnDay | undefined {
    return this.byId.get(unitId);
  }

  childrenOf(unitId: string): readonly UnitOnDay[] {
    return this.byParent.get(unitId) ?? [];
  }

  /** From the parent up to the country. */
  ancestorsOf(unit: UnitOnDay): UnitOnDay[] {
    const parent = unit.parentId === null ? undefined : this.byId.get(unit.parentId);
    return parent ? [parent, ...this.ancestorsOf(parent)] : [];
  }
}

function toUnitOnDay(version: UnitVersion, unit: Unit | undefined): UnitOnDay[] {
  return unit ? [{ ...version, level: unit.level, code: unit.code }] : [];
}

/** `commune 00004 "Phường Ba Đình"`. */
export function describeUnit({ level, code, fullNameVi }: Pick<UnitOnDay, 'level' | 'code' | 'fullNameVi'>): string {
  return `${level.toLowerCase()} ${code} "${fullNameVi}"`;
}

/** The last version before `day` of any unit that had the code. */
export function findLastHolder(
  { units, versions }: ReferenceGeography,
  level: Level,
  code: string,
  day: string,
): UnitOnDay | undefined {
  const holders = new Map(units.filter((unit) => unit.level === level && unit.code === code).map((u) => [u.id, u]));
  const ended = versions.filter(({ unitId, validTo }) => holders.has(unitId) && validTo !== null && validTo <= day);
  const [last] = ended.sort((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1));
  return last && toUnitOnDay(last, holders.get(last.unitId))[0];
}
