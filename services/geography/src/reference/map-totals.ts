import type { Level, MapTotals, ReferenceGeography, UnitKind, UnitVersion } from './reference-geography';

/** Whether the period from `validFrom` (inclusive) to `validTo` (exclusive) contains the day. */
export function holdsOn(period: Pick<UnitVersion, 'validFrom' | 'validTo'>, day: string): boolean {
  return (period.validFrom === null || period.validFrom <= day) && (period.validTo === null || day < period.validTo);
}

/** Counts the versions that hold on that day. */
export function countUnits({ units, versions }: ReferenceGeography, day: string): MapTotals {
  const levels = new Map(units.map((unit) => [unit.id, unit.level]));
  const counts = new Map<Level | UnitKind, number>();
  const add = (what: Level | UnitKind | undefined) => what && counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const version of versions) {
    if (!holdsOn(version, day)) continue;
    const level = levels.get(version.unitId);
    // the kind PROVINCE is a part of the level PROVINCE and is not counted apart
    add(level);
    if (level === 'COMMUNE') add(version.kind);
  }
  const count = (what: Level | UnitKind) => counts.get(what) ?? 0;
  return {
    provinces: count('PROVINCE'),
    districts: count('DISTRICT'),
    communes: count('COMMUNE'),
    wards: count('WARD'),
    townships: count('TOWNSHIP'),
    ruralCommunes: count('RURAL_COMMUNE'),
    specialZones: count('SPECIAL_ZONE'),
  };
}

/** One line for each total of a state, and for each region's number of provinces, that does not come out. */
export function findTotalDifferences(geography: ReferenceGeography): string[] {
  return [...geography.states.flatMap((state) => stateDifferences(geography, state)), ...regionDifferences(geography)];
}

function stateDifferences(
  geography: ReferenceGeography,
  { day, totals }: ReferenceGeography['states'][number],
): string[] {
  const found = countUnits(geography, day);
  const names = Object.keys(found) as (keyof MapTotals)[];
  return names
    .filter((name) => found[name] !== totals[name])
    .map((name) => `${day}: expected ${totals[name]} ${name}, found ${found[name]}`);
}

/** A region is counted on its first day; the first system on the day of the first state. */
function regionDifferences({ regions, states, versions }: ReferenceGeography): string[] {
  const [first] = states;
  return regions.flatMap(({ nameVi, validFrom, provinceCount }) => {
    const day = validFrom ?? first?.day ?? '';
    const found = versions.filter((version) => version.regionVi === nameVi && holdsOn(version, day)).length;
    return found === provinceCount ? [] : [`${day}: expected ${provinceCount} provinces in ${nameVi}, found ${found}`];
  });
}
