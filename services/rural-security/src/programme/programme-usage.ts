import { describePath, type Fault } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { IndicatorFile } from './indicator-file';
import type { ProgrammeFile } from './programme-file';

/** An assessment year on which assessments rest, as the tables hold it now. */
export interface UsedYear {
  readonly indicatorId: string;
  readonly year: number;
  readonly criteriaVersion: string;
  readonly itemCount: number;
}

export async function findUsedYears(tx: EntityManager, programmeId: string): Promise<UsedYear[]> {
  return tx.query(
    `select y.indicator_id as "indicatorId", y.year, y.criteria_version as "criteriaVersion",
       (select count(*)::int from criteria_item c
        where c.indicator_id = y.indicator_id and c.criteria_version = y.criteria_version) as "itemCount"
     from indicator i join assessment_year y on y.indicator_id = i.id
     where i.programme_id = $1
       and exists (select from assessment a where a.indicator_id = y.indicator_id and a.year = y.year)
     order by i.position, y.year`,
    [programmeId],
  );
}

/** What a file would take away although assessments rest on it: an indicator, a year, its version, a content. */
export function findTakenAway({ indicators }: ProgrammeFile, used: readonly UsedYear[]): Fault[] {
  return used.flatMap((usedYear) => {
    const place = indicators.findIndex(({ id }) => id === usedYear.indicatorId);
    const indicator = indicators[place];
    const { indicatorId, year } = usedYear;
    if (!indicator) {
      return fault(['indicators'], `"${indicatorId}" is missing, and assessments of ${year} rest on it`);
    }
    return findTakenFromYear(indicator, ['indicators', place], usedYear);
  });
}

function findTakenFromYear(
  { years, criteriaSets }: IndicatorFile,
  path: readonly (string | number)[],
  { year, criteriaVersion, itemCount }: UsedYear,
): Fault[] {
  const yearPlace = years.findIndex((one) => one.year === year);
  const kept = years[yearPlace];
  if (!kept) return fault([...path, 'years'], `${year} is missing, and assessments rest on it`);
  if (kept.criteriaVersion !== criteriaVersion) {
    const found = `must stay "${criteriaVersion}": assessments of ${year} were made by it`;
    return fault([...path, 'years', yearPlace, 'criteriaVersion'], found);
  }
  const setPlace = criteriaSets.findIndex(({ version }) => version === criteriaVersion);
  const items = criteriaSets[setPlace]?.items.length ?? 0;
  if (items >= itemCount) return [];
  const found = `has ${items} contents; assessments of ${year} rest on ${itemCount}`;
  return fault([...path, 'criteriaSets', setPlace, 'items'], found);
}

function fault(path: readonly (string | number)[], message: string): Fault[] {
  return [{ place: describePath(path), message }];
}

/**
 * After a programme was written: indicators some of whose open assessments are of units that no population counts any
 * more, because its kinds or a counting day changed.
 */
export async function findUncounted(tx: EntityManager, { id, indicators }: ProgrammeFile): Promise<Fault[]> {
  // the planner cannot estimate "valid @> day": looping over the units of every year would take minutes
  await tx.query('set local enable_nestloop = off');
  const rows: { indicator_id: string; year: number; units: number }[] = await tx.query(
    `select a.indicator_id, a.year, count(*)::int as units
     from assessment a join indicator i on i.id = a.indicator_id and i.programme_id = $1
     left join (select distinct unit_id, indicator_id, year from population_member()) m
       on m.unit_id = a.unit_id and m.indicator_id = a.indicator_id and m.year = a.year
     where a.recorded_to is null and m.unit_id is null group by 1, 2 order by 1, 2`,
    [id],
  );
  await tx.query('set local enable_nestloop = on');
  return rows.flatMap(({ indicator_id: indicatorId, year, units }) => {
    const place = indicators.findIndex((indicator) => indicator.id === indicatorId);
    const message = `leave ${units} units of ${year} out, whose assessments would be counted nowhere`;
    return fault(['indicators', place, 'populations'], message);
  });
}
