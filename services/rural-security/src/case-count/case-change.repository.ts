import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { CaseChange } from './case-change';
import { countingDay } from './counting-day-sql';

/** What {@link CaseChange} is computed from. */
export interface CaseChangeRow
  extends Pick<
    CaseChange,
    | 'baselineYear'
    | 'baselineCases'
    | 'cases'
    | 'targetPercent'
    | 'targetSource'
    | 'source'
    | 'baselineSource'
    | 'origin'
  > {
  readonly unitId: string;
}

/** What an indicator is, for a question that had no answer. */
export interface CaseIndicator {
  readonly id: string;
  readonly shape: string;
  readonly baselineYear: number | null;
}

/** The target that holds for each unit: its own before the country's, of that year before the final one. */
const AIM = `
  aim as (
    select distinct on (asked.unit_id) asked.unit_id, trim_scale(t.percent)::text as percent, t.baseline_year, t.source
    from unnest($1::text[]) as asked(unit_id)
    join target t on t.indicator_id = $2 and t.direction = 'REDUCE_BY_AT_LEAST' and t.percent is not null
      and t.baseline_year < $3 and (t.year is null or t.year = $3)
    join register_unit_version scope on scope.level = t.scope_level and scope.code = t.scope_code
      and scope.valid @> t.scope_map and scope.unit_id in (asked.unit_id, 'VN')
    order by asked.unit_id, scope.unit_id <> asked.unit_id, t.year is null, t.version desc
  )`;

/**
 * `counted`: the cases of each unit in both years, null where one part is not known. A unit with a count of its own is
 * itself; without one a province of the map `$4` is the whole provinces that it was made of, where none was split.
 */
const COUNTED = `
  period as (select unit_id, baseline_year as year from aim union select unit_id, $3::int from aim),
  known as materialized (
    select c.* from case_count c where c.indicator_id = $2 and c.year in (select year from period)
      and case when $5::timestamptz is null then c.recorded_to is null
          else c.recorded_from < $5 and (c.recorded_to is null or c.recorded_to >= $5) end
  ),
  province_group as materialized (
    select d.year, g.unit_id, g.group_id, bool_and(g.group_id is not null) over (partition by d.year) as is_whole
    from (select distinct p.year, ${countingDay('$2', 'p.year')} as day from period p) d
    cross join lateral group_units('PROVINCE', d.day, $4::date) g
  ),
  part as (
    select p.unit_id as group_id, p.year, coalesce(g.unit_id, p.unit_id) as unit_id
    from period p
    left join province_group g on g.year = p.year and g.group_id = p.unit_id and g.is_whole
      and not exists (select from known own where own.unit_id = p.unit_id and own.year = p.year)
  ),
  counted as (
    select p.group_id as unit_id, p.year, case when bool_and(k.id is not null) then sum(k.cases)::int end as cases,
      case when bool_and(k.id is not null) then string_agg(distinct k.source, '; ') end as source, min(k.origin) as origin
    from part p left join known k on k.unit_id = p.unit_id and k.year = p.year
    group by p.group_id, p.year
  )`;

export class CaseChangeRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** A row for each of these units that has a target with a base year before the year asked; one statement. */
  findChangesByUnitIds(
    unitIds: readonly string[],
    { indicatorId, year }: AssessmentQuestion,
  ): Promise<CaseChangeRow[]> {
    const { map, knownOn } = this.asOf;
    return this.database.read(
      this.actor,
      `with ${AIM}, ${COUNTED}
       select aim.unit_id as "unitId", aim.baseline_year as "baselineYear", aim.percent as "targetPercent",
         aim.source as "targetSource", b.cases as "baselineCases", b.source as "baselineSource", c.cases, c.source,
         coalesce(c.origin, b.origin, case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end) as origin
       from aim
       join counted b on b.unit_id = aim.unit_id and b.year = aim.baseline_year
       join counted c on c.unit_id = aim.unit_id and c.year = $3`,
      [unitIds, indicatorId, year, map, knownOn === null ? null : endOfDayInVietnam(knownOn)],
    );
  }

  /** All indicators, in the order of their papers. */
  findIndicators(): Promise<CaseIndicator[]> {
    return this.database.read(
      this.actor,
      `select i.id, i.shape, (select min(t.baseline_year) from target t
         where t.indicator_id = i.id and t.direction = 'REDUCE_BY_AT_LEAST') as "baselineYear"
       from indicator i order by i.programme_id, i.position`,
    );
  }
}
