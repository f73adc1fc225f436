import type { Continuity } from './continuity';
import type { MapSnapshot } from './map-snapshot';
import type { MappedUnit } from './mapped-unit';
import type { Level, Unit, UnitVersion } from './reference-geography';
import { refuseDifferences } from './reference-mismatch';

export interface UnitHistory {
  units: Unit[];
  versions: UnitVersion[];
  /** The identity of each unit on the map of a day: day → `unitKey` → id. */
  idsByDay: Map<string, Map<string, string>>;
}

const LETTERS: Record<Level, string> = { COUNTRY: 'N', PROVINCE: 'P', DISTRICT: 'D', COMMUNE: 'C' };
const LEVELS = Object.keys(LETTERS) as Level[];

/** `P-19` for what the first state has, `P-19-20250701` for an identity that begins later; the country is `VN`. */
export function unitId(level: Level, code: string, from: string | null): string {
  if (level === 'COUNTRY') return code;
  const id = `${LETTERS[level]}-${code}`;
  return from === null ? id : `${id}-${from.replaceAll('-', '')}`;
}

/**
 * Walks through the snapshots in order of time and joins what stays the same: a unit keeps its identity while
 * `continues` says so, a version lasts while no attribute and no parent changes.
 *
 * @returns units and versions in order of level, code and time.
 * @throws ReferenceMismatchError naming each unit whose parent is not on the map of the same day.
 */
export function traceHistory(snapshots: readonly MapSnapshot[], continues: Continuity): UnitHistory {
  const walk = new HistoryWalk(continues);
  for (const snapshot of snapshots) walk.step(snapshot);
  refuseDifferences('parents', walk.differences);
  const units = [...walk.units.values()].sort(compareUnits);
  const places = new Map(units.map((unit, place) => [unit.id, place]));
  const placeOf = (version: UnitVersion) => places.get(version.unitId) ?? 0;
  // sorting keeps the order of time within a unit
  return { units, versions: walk.versions.sort((a, b) => placeOf(a) - placeOf(b)), idsByDay: walk.idsByDay };
}

class HistoryWalk {
  readonly units = new Map<string, Unit>();
  readonly versions: UnitVersion[] = [];
  readonly idsByDay = new Map<string, Map<string, string>>();
  readonly differences: string[] = [];
  private ids: Map<string, string> | null = null;
  private open = new Map<string, UnitVersion>();

  constructor(private readonly continues: Continuity) {}

  step(snapshot: MapSnapshot): void {
    const from = this.ids === null ? null : snapshot.day;
    const ids = this.identify(snapshot);
    const stillOpen = new Map<string, UnitVersion>();
    for (const [key, unit] of snapshot.units) {
      const next = toVersion(ids.get(key) ?? '', unit, this.parentOf(key, unit, ids, snapshot.day), from);
      const current = this.open.get(next.unitId);
      const version = current && isSame(current, next) ? current : next;
      if (version === next) this.versions.push(next);
      stillOpen.set(next.unitId, version);
    }
    for (const [id, version] of this.open) if (stillOpen.get(id) !== version) version.validTo = snapshot.day;
    this.open = stillOpen;
    this.ids = ids;
    this.idsByDay.set(snapshot.day, ids);
  }

  private identify(snapshot: MapSnapshot): Map<string, string> {
    const ids = new Map<string, string>();
    for (const [key, unit] of snapshot.units) {
      const { level, code } = unit;
      const kept = this.continues(snapshot.day, unit) ? this.ids?.get(key) : undefined;
      const id = kept ?? unitId(level, code, this.ids === null ? null : snapshot.day);
      ids.set(key, id);
      if (!this.units.has(id)) this.units.set(id, { id, level, code });
    }
    return ids;
  }

  private parentOf(key: string, unit: MappedUnit, ids: Map<string, string>, day: string): string | null {
    if (unit.parentKey === null) return null;
    const parentId = ids.get(unit.parentKey);
    if (parentId !== undefined) return parentId;
    this.differences.push(`${day}: ${key} "${unit.fullNameVi}" lies under ${unit.parentKey}, which is not there`);
    return null;
  }
}

function toVersion(unitId: string, unit: MappedUnit, parentId: string | null, validFrom: string | null): UnitVersion {
  const { kind, nameVi, nameEn, fullNameVi, fullNameEn, printedName, regionVi } = unit;
  const names = { kind, nameVi, nameEn, fullNameVi, fullNameEn, printedName };
  return { unitId, ...names, parentId, regionVi, validFrom, validTo: null };
}

/** Not by the print: that another source prints a name otherwise is no change of the unit. */
function isSame(a: UnitVersion, b: UnitVersion): boolean {
  const haveSameName = a.kind === b.kind && a.fullNameVi === b.fullNameVi;
  return haveSameName && a.parentId === b.parentId && a.regionVi === b.regionVi;
}

function compareUnits(a: Unit, b: Unit): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareText(a.code, b.code) || compareText(a.id, b.id);
}

/** By code unit, not by locale: the order must not depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
