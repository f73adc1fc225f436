import { MAP_DAYS } from './map-days';
import type { Level, ReferenceGeography, Unit, UnitVersion } from './reference-geography';

/** From the first to the last day of a unit; '' and '9999-12-31' stand for "not known" and "in force". */
interface Lifetime {
  unit: Unit;
  from: string;
  to: string;
}

const BEGINNING = '';
const END = '9999-12-31';

/**
 * One line for each fault: versions of one unit that overlap or leave a gap, and versions that do not have exactly one
 * valid parent, of the level above, on every day on which they hold.
 */
export function findValidityFaults({ units, versions }: ReferenceGeography): string[] {
  const faults: string[] = [];
  const lifetimes = new Map<string, Lifetime>();
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  for (const version of versions) {
    const unit = unitsById.get(version.unitId);
    if (unit) faults.push(...extendLifetime(lifetimes, unit, version));
    else faults.push(`${version.unitId}: a version of no unit`);
  }
  for (const unit of units) if (!lifetimes.has(unit.id)) faults.push(`${unit.id}: no version`);
  for (const version of versions) faults.push(...parentFaults(version, unitsById.get(version.unitId), lifetimes));
  return faults;
}

/** Versions come in order of time: without overlaps and gaps their union is one period. */
function extendLifetime(lifetimes: Map<string, Lifetime>, unit: Unit, version: UnitVersion): string[] {
  const { from, to } = periodOf(version);
  const before = lifetimes.get(unit.id);
  lifetimes.set(unit.id, { unit, from: before?.from ?? from, to });
  if (from >= to) return [`${unit.id}: a version from ${from} to ${to} holds on no day`];
  if (!before || before.to === from) return [];
  const fault = from < before.to ? 'overlaps the one before, which holds until' : 'leaves a gap after';
  return [`${unit.id}: the version from ${from || 'the beginning'} ${fault} ${before.to}`];
}

function parentFaults(version: UnitVersion, unit: Unit | undefined, lifetimes: Map<string, Lifetime>): string[] {
  if (!unit) return [];
  const { from, to } = periodOf(version);
  const expected = parentLevel(unit.level, to);
  if (expected === null) return version.parentId === null ? [] : [`${unit.id}: a parent above the country`];
  const parent = version.parentId === null ? undefined : lifetimes.get(version.parentId);
  const who = `${unit.id} "${version.fullNameVi}" from ${from || 'the beginning'}`;
  if (!parent) return [`${who}: no parent ${version.parentId ?? ''}`];
  if (parent.unit.level !== expected) return [`${who}: expected a parent ${expected}, found ${parent.unit.id}`];
  if (parent.from <= from && to <= parent.to) return [];
  return [`${who} to ${to}: its parent ${parent.unit.id} holds from ${parent.from || 'the beginning'} to ${parent.to}`];
}

/** Communes lie in districts while there are districts. */
function parentLevel(level: Level, to: string): Level | null {
  if (level === 'COUNTRY') return null;
  if (level === 'PROVINCE') return 'COUNTRY';
  return level === 'COMMUNE' && to <= MAP_DAYS.merger ? 'DISTRICT' : 'PROVINCE';
}

function periodOf({ validFrom, validTo }: UnitVersion): { from: string; to: string } {
  return { from: validFrom ?? BEGINNING, to: validTo ?? END };
}
