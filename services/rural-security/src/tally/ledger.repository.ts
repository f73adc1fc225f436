import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';

export interface LedgerRow {
  readonly unitId: string;
  /** A `Ledger` as JSON text: see `Ledger` in the gateway, which reads it. */
  readonly ledger: string;
}

/** In the order of the gateway's `LedgerTally`. */
const COUNT_COLUMNS = [
  'met',
  'not_met',
  'in_draft',
  'awaiting_appraisal',
  'returned',
  'item_unknown',
  'no_comparable_year',
  'self_assessed_met',
];

/**
 * Which counted units stand behind each asked unit. A tally counts the units of its own year's map; the map of the
 * request only groups them. Below the province a unit stands for itself alone, and only where it holds on both maps.
 */
const GROUPING = `
  counting_day as (select distinct counted_on from assessment_year),
  grouping_unit as (
    select d.counted_on, g.unit_id, g.group_id
    from counting_day d cross join lateral group_units('PROVINCE', d.counted_on, $2::date) g
    where g.group_id = any($1)
    union all
    select d.counted_on, c.unit_id, c.unit_id
    from counting_day d
    join register_unit_version c on c.unit_id = any($1) and c.level in ('COUNTRY', 'DISTRICT') and c.valid @> d.counted_on
    where exists (select from register_unit_version m where m.unit_id = c.unit_id and m.valid @> $2::date)
  )`;

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
    select g.group_id as unit_id, t.indicator_id, t.population_id, t.year, array_to_json(array[sum(t.total),
      ${COUNT_COLUMNS.map((name) => `sum(t.${name})`).join(', ')}]) as tally
    from grouping_unit g join tally t on t.unit_id = g.unit_id and t.counted_on = g.counted_on
    group by g.group_id, t.indicator_id, t.population_id, t.year
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
    'days', (select coalesce(json_agg(distinct g.counted_on), '[]') from grouping_unit g where g.group_id = asked.unit_id),
    'indicators', (select json_object_agg(c.indicator_id, json_build_array(c.default_population, c.noun_vi, c.years,
        s.populations, coalesce(t.targets, '[]')) order by c.position)
      from calendar c
      left join series s on s.unit_id = asked.unit_id and s.indicator_id = c.indicator_id
      left join unit_target t on t.unit_id = asked.unit_id and t.indicator_id = c.indicator_id)
  )::text as ledger
  from unnest($1::text[]) as asked(unit_id)
  where exists (select from register_unit_version v where v.unit_id = asked.unit_id and v.level <> 'COMMUNE')`;

const CURRENT = 'select * from security_tally';

/** Populations do not depend on what was known, so their totals are the kept ones. */
const AS_KNOWN = `
  select t.unit_id, t.indicator_id, t.population_id, t.year, t.counted_on, t.total,
    ${COUNT_COLUMNS.map((name) => `coalesce(r.${name}, 0) as ${name}`).join(', ')}
  from security_tally t
  left join count_results($3) r using (unit_id, indicator_id, population_id, year)
  where t.unit_id in (select unit_id from grouping_unit)`;

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
    if (knownOn === null) {
      return this.database.read(
        this.actor,
        `with recursive ${GROUPING}, tally as (${CURRENT}), ${TARGETS}, ${LEDGER}`,
        [unitIds, map],
      );
    }
    return this.database.read(this.actor, `with recursive ${GROUPING}, tally as (${AS_KNOWN}), ${TARGETS}, ${LEDGER}`, [
      unitIds,
      map,
      endOfDayInVietnam(knownOn),
    ]);
  }
}
