import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import { COUNT_COLUMNS, groupedTallies } from './tally-sql';

export interface LedgerRow {
  readonly unitId: string;
  /** A `Ledger` as JSON text: see `Ledger` in the gateway, which reads it. */
  readonly ledger: string;
}

/** Own targets stand before inherited ones; a target belongs to the unit that had the code on the map it was set on. */
const TARGETS = `
  unit_target as (
    select asked.unit_id, t.indicator_id, json_agg(json_build_array(trim_scale(t.percent)::text, t.due, t.source, t.version,
      t.baseline_year, scope.unit_id <> asked.unit_id) order by scope.unit_id <> asked.unit_id, t.version desc) as targets
    from unnest($1::text[]) as asked(unit_id)
    join target t on t.direction = 'AT_LEAST'
    join register_unit_version scope on scope.level = t.scope_level and scope.code = t.scope_code
      and scope.valid @> t.scope_map and scope.unit_id in (asked.unit_id, 'VN')
    group by asked.unit_id, t.indicator_id
  )`;

const LEDGER = `
  counted as (
    select unit_id, indicator_id, population_id, year,
      array_to_json(array[total, ${COUNT_COLUMNS.join(', ')}, unplaced]) as tally
    from grouped_tally
  ),
  series as (
    select unit_id, indicator_id, json_object_agg(population_id, years) as populations
    from (select unit_id, indicator_id, population_id, json_object_agg(year, tally) as years
          from counted group by unit_id, indicator_id, population_id) as population_series
    group by unit_id, indicator_id
  ),
  calendar as (
    select i.id as indicator_id, i.noun_vi, i.position,
      (select p.id from population p where p.indicator_id = i.id and p.is_default) as default_population,
      (select json_object_agg(y.year, y.counted_on) from assessment_year y where y.indicator_id = i.id) as years
    from indicator i
  )
  select asked.unit_id as "unitId", json_build_object(
    'origin', case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end,
    'days', (select coalesce(json_agg(g.counted_on order by g.counted_on), '[]') from grouped_day g where g.unit_id = asked.unit_id),
    'inexact', (select coalesce(json_agg(d.counted_on), '[]') from counting_day d where not d.is_exact),
    'indicators', (select json_object_agg(c.indicator_id, json_build_array(c.default_population, c.noun_vi, c.years,
        s.populations, coalesce(t.targets, '[]')) order by c.position)
      from calendar c
      left join series s on s.unit_id = asked.unit_id and s.indicator_id = c.indicator_id
      left join unit_target t on t.unit_id = asked.unit_id and t.indicator_id = c.indicator_id)
  )::text as ledger
  from unnest($1::text[]) as asked(unit_id)
  where exists (select from register_unit_version v where v.unit_id = asked.unit_id and v.level <> 'COMMUNE')`;

/** Counts and targets for attainment: one indexed read for any number of units. */
export class LedgerRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /**
   * @returns a row for each of these units above the commune
   * As known now it reads the kept tallies; as known on a day it counts the rows that were open at the end of that day.
   */
  findLedgersByUnitIds(unitIds: readonly string[], { map, knownOn }: AsOf): Promise<LedgerRow[]> {
    const days = knownOn === null ? [map] : [map, endOfDayInVietnam(knownOn)];
    return this.database.read(this.actor, `with recursive ${groupedTallies(knownOn === null)}, ${TARGETS}, ${LEDGER}`, [
      unitIds,
      ...days,
    ]);
  }
}
