import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { Nouns } from './compare-plans';
import type { ReportedRow } from './reported-row';

/** $2: the end of the day as of which it was known, or null for now. */
const KNOWN = `case when $2::timestamptz is null then t.recorded_to is null
  else t.recorded_from < $2 and coalesce(t.recorded_to, 'infinity') >= $2 end`;

/**
 * Reported tallies of the units `$1`, each with its population on its own day and on each loaded map. A unit lies in
 * another by its version of that day; the country has all. The same question of several rows is answered once.
 */
const TALLIES = `
  with tally as materialized (
    select t.*, i.id is null as is_counted_only, coalesce(i.title_vi, r.title_vi) as title_vi,
      coalesce(i.title_en, r.title_en) as title_en, coalesce(i.noun_vi, r.noun_vi) as noun_vi,
      coalesce(i.noun_en, r.noun_en) as noun_en, p.id as population_id, p.level as counted_level,
      coalesce(t.population_kinds, p.kinds) as kinds,
      exists (select from register_map_state s
        where s.day <= t.as_of and (s.exact_until is null or t.as_of <= s.exact_until)) as map_exact
    from reported_tally t
    left join indicator i on i.id = t.indicator_id
    left join reported_indicator r on r.id = t.indicator_id
    left join population p on p.indicator_id = t.indicator_id and p.is_default
    where t.unit_id = any($1) and ${KNOWN}
  ),
  asked as (
    select distinct t.unit_id, t.counted_level, t.kinds, d.day, d.is_own
    from tally t
    cross join lateral (
      select t.as_of as day, true as is_own where t.map_exact
      union all
      select s.day, false from register_map_state s where not t.map_exact
    ) d
    where t.counted_level is not null
  ),
  counted as materialized (
    select a.*, (select count(*)::int from register_unit_version v
      where v.level = a.counted_level and v.kind = any(a.kinds) and v.valid @> a.day
        and (a.unit_id = 'VN' or a.unit_id in (v.province_id, v.district_id, v.unit_id))) as units
    from asked a
    where exists (select from register_unit_version u where u.unit_id = a.unit_id and u.valid @> a.day)
  )
  select t.id, t.external_id as reference, t.unit_id as "unitId", t.place, t.as_of as "asOf", t.year,
    t.indicator_id as "indicatorId", t.criteria_version as "criteriaVersion", t.kind, t.met, t.total,
    t.total_is_quota as "totalIsQuota", t.printed_percent as "printedPercent",
    t.printed_qualifier as "printedQualifier", t.target_percent as "targetPercent",
    t.printed_attainment_percent as "printedAttainmentPercent", t.population, t.parts, t.note, t.source, t.origin,
    t.is_counted_only as "isCountedOnly", t.title_vi as "titleVi", t.title_en as "titleEn", t.noun_vi as "nounVi",
    t.noun_en as "nounEn", t.map_exact as "mapExact", t.population_id as "populationId",
    is_demonstration() as "isDemonstration",
    (select c.units from counted c where c.is_own and c.day = t.as_of and (c.unit_id, c.counted_level, c.kinds)
      = (t.unit_id, t.counted_level, t.kinds)) as "onItsDay",
    array(select c.units from counted c where not c.is_own and (c.unit_id, c.counted_level, c.kinds)
      = (t.unit_id, t.counted_level, t.kinds)) as "onLoadedDays"
  from tally t
  order by t.unit_id, t.indicator_id, t.as_of, t.external_id, t.source`;

export class ReportedTallyRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** By indicator and day. One statement. */
  findTalliesByUnitIds(unitIds: readonly string[]): Promise<ReportedRow[]> {
    const { knownOn } = this.asOf;
    return this.database.read(this.actor, TALLIES, [unitIds, knownOn === null ? null : endOfDayInVietnam(knownOn)]);
  }

  /** What indicators count, of programmes and of reports; none for an id that nobody defines. */
  findNounsByIndicatorIds(ids: readonly string[]): Promise<(Nouns & { id: string })[]> {
    return this.database.read(
      this.actor,
      `select id, noun_vi as "nounVi", noun_en as "nounEn" from indicator where id = any($1)
       union all
       select r.id, r.noun_vi, r.noun_en from reported_indicator r
       where r.id = any($1) and not exists (select from indicator i where i.id = r.id)`,
      [ids],
    );
  }
}
