import { type Actor, type AsOf, type Database, type Day, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import { REASONS_SHOWN, shownCounts } from './shown-counts';
import { groupedTallies } from './tally-sql';

export interface LedgerRow {
  readonly unitId: string;
  /** A `Ledger` as JSON text: see `Ledger` in the gateway, which reads it. */
  readonly ledger: string;
}

/** The ledger of a unit of an earlier map that another unit groups, with the name it had then. */
export interface OwnMapLedgerRow extends LedgerRow {
  readonly groupId: string;
  readonly code: string;
  readonly name: string;
}

interface GroupedProvince {
  readonly groupId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly countedOn: Day;
}

/**
 * For each indicator the own before the inherited ones, of each the latest first; a target belongs to the unit that had
 * the code on the map it was set on. Interim ones (of a year) and those in units are not what attainment is measured
 * against.
 */
const TARGETS = `
  unit_target as (
    select asked.unit_id, t.indicator_id,
      json_agg(json_build_array(trim_scale(t.percent)::text, t.due, t.source, t.version, t.baseline_year,
        scope.unit_id <> asked.unit_id) order by scope.unit_id <> asked.unit_id,
        nullif(t.version, 'undated') desc nulls last, t.id) as targets
    from unnest($1::text[]) as asked(unit_id)
    join target t on t.direction = 'AT_LEAST' and t.year is null and t.percent is not null
    join register_unit_version scope on scope.level = t.scope_level and scope.code = t.scope_code
      and scope.valid @> t.scope_map and scope.unit_id in (asked.unit_id, 'VN')
    group by asked.unit_id, t.indicator_id
  )`;

/** Small, because one of them travels for each unit: days stand once, and counts end at the last that is not 0. */
function ledgerSql(today: string): string {
  return `
  calendar as (select counted_on, is_exact, row_number() over (order by counted_on) - 1 as place,
    (select count(*) from register_map_state s where s.day <= counted_on) as states from counting_day),
  shown as (
    select asked.unit_id, ${REASONS_SHOWN} as reasons from unnest($1::text[]) as asked(unit_id)
  ),
  counted as (
    select unit_id, indicator_id, population_id, year,
      counts[:coalesce((select max(place) from unnest(counts) with ordinality as c(count, place) where count <> 0), 1)] as counts
    from (select t.unit_id, indicator_id, population_id, year, array[total, ${shownCounts('s.reasons')}, unplaced] as counts
          from grouped_tally t join shown s on s.unit_id = t.unit_id) as whole
  ),
  series as (
    select unit_id, indicator_id, json_object_agg(population_id, years) as populations
    from (select unit_id, indicator_id, population_id, json_object_agg(year, array_to_json(counts)) as years
          from counted group by unit_id, indicator_id, population_id) as population_series
    group by unit_id, indicator_id
  ),
  counted_indicator as (
    select i.id as indicator_id, json_build_array(i.number, i.noun_vi, i.noun_en) as words, i.position,
      (select json_agg(p.id order by p.is_default desc, p.id) from population p where p.indicator_id = i.id) as populations,
      (select json_object_agg(y.year, d.place) from assessment_year y join calendar d using (counted_on)
       where y.indicator_id = i.id) as years,
      (select json_agg(y.year order by y.year) from (
         select year, criteria_version is distinct from lag(criteria_version, 1, criteria_version) over (order by year) as is_new
         from assessment_year where indicator_id = i.id) as y where y.is_new) as new_sets
    from indicator i
  ),
  open_window as (
    select indicator_id, json_agg(year order by year) as years from assessment_year where window_to >= ${today}::date
    group by indicator_id
  )
  select asked.unit_id as "unitId", json_strip_nulls(json_build_object(
    'place', (select v.name from register_unit_version v where v.unit_id = asked.unit_id and v.level <> 'COUNTRY'
      order by v.valid @> $2::date desc, v.valid desc limit 1),
    'origin', case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end,
    'calendar', (select coalesce(json_agg(d.counted_on order by d.place), '[]') from calendar d),
    'states', (select coalesce(json_agg(d.states order by d.place), '[]') from calendar d),
    'unpublished', (select true from shown s where s.unit_id = asked.unit_id and not s.reasons),
    'days', (select coalesce(json_agg(d.place order by d.place), '[]')
      from grouped_day g join calendar d using (counted_on) where g.unit_id = asked.unit_id),
    'inexact', (select json_agg(d.place) from calendar d where not d.is_exact),
    'open', (select json_object_agg(w.indicator_id, w.years) from open_window w),
    'indicators', (select json_object_agg(c.indicator_id, case
        when c.years is null then json_build_array(c.populations, c.words)
        else json_build_array(c.populations, c.words, c.years, s.populations, t.targets, c.new_sets)
      end order by c.position)
      from counted_indicator c
      left join series s on s.unit_id = asked.unit_id and s.indicator_id = c.indicator_id
      left join unit_target t on t.unit_id = asked.unit_id and t.indicator_id = c.indicator_id)
  ))::text as ledger
  from unnest($1::text[]) as asked(unit_id)
  where exists (select from register_unit_version v where v.unit_id = asked.unit_id and v.level <> 'COMMUNE')`;
}

/** The provinces of the counting days that other provinces group on the map `$2`, on the latest of those days. */
const GROUPED_PROVINCES = `
  select distinct on (g.unit_id) g.group_id as "groupId", g.unit_id as "unitId", v.code, v.name, d.counted_on as "countedOn"
  from (select distinct counted_on from assessment_year) d
  cross join lateral group_units('PROVINCE', d.counted_on, $2::date) g
  join register_unit_version v on v.unit_id = g.unit_id and v.valid @> d.counted_on
  where g.group_id = any($1) and g.unit_id <> g.group_id
  order by g.unit_id, d.counted_on desc`;

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
  findLedgersByUnitIds(unitIds: readonly string[], { map, knownOn, today }: AsOf): Promise<LedgerRow[]> {
    const days = knownOn === null ? [map, today] : [map, endOfDayInVietnam(knownOn), knownOn];
    const ledger = ledgerSql(`$${days.length + 1}`);
    return this.database.count(
      this.actor,
      `with recursive ${groupedTallies(knownOn === null)}, ${TARGETS}, ${ledger}`,
      [unitIds, ...days],
    );
  }

  /**
   * Targets stay with the units that they were set for. For each asked unit that groups units of an earlier map: the
   * ledgers of those, on their own map, in the order of their codes. One statement, and one for each such map.
   */
  async findOwnMapLedgersByUnitIds(unitIds: readonly string[], asOf: AsOf): Promise<OwnMapLedgerRow[]> {
    const provinces = await this.database.read<GroupedProvince>(this.actor, GROUPED_PROVINCES, [unitIds, asOf.map]);
    const days = [...new Set(provinces.map(({ countedOn }) => countedOn))];
    const ledgers = await Promise.all(
      days.map((map) =>
        this.findLedgersByUnitIds(
          provinces.filter(({ countedOn }) => countedOn === map).map(({ unitId }) => unitId),
          { ...asOf, map },
        ),
      ),
    );
    const ledgerByUnit = new Map(ledgers.flat().map(({ unitId, ledger }) => [unitId, ledger]));
    return provinces
      .map(({ groupId, unitId, code, name }) => ({
        groupId,
        unitId,
        code,
        name,
        ledger: ledgerByUnit.get(unitId) ?? '',
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
