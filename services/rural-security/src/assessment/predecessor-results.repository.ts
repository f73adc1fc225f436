import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from './assessment.repository';
import type { PredecessorResult } from './predecessor-results';

export interface PredecessorRow extends PredecessorResult {
  readonly unitId: string;
  readonly linksComplete: boolean;
}

export class PredecessorResultsRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /**
   * The units of the counting day that these units were made from, in the order of their codes; one statement. A unit
   * outside the population, such as a ward, is no predecessor here: it has no result that could be told.
   */
  findPredecessorsByUnitIds(
    unitIds: readonly string[],
    { indicatorId, year }: AssessmentQuestion,
    { map, knownOn }: AsOf,
  ): Promise<PredecessorRow[]> {
    return this.database.read(
      this.actor,
      `with recursive asked_year as (
         select y.*, is_lineage_complete(y.counted_on, $4::date) as links_complete
         from assessment_year y where y.indicator_id = $2 and y.year = $3
       ),
       step as materialized (
         select s.from_id, s.to_id, s.distance from asked_year y, lineage_step(y.counted_on, $4::date) s),
       back(group_id, unit_id, distance) as (
         select id, id, 2147483647 from unnest($1::text[]) as asked(id)
         union
         select back.group_id, step.from_id, step.distance from back
         join step on step.to_id = back.unit_id and step.distance < back.distance
       ),
       predecessor as materialized (
         select distinct back.group_id, v.unit_id, v.code, v.name
         from back
         cross join asked_year y
         join population p on p.indicator_id = y.indicator_id and p.is_default
         join register_unit_version v on v.unit_id = back.unit_id and v.valid @> y.counted_on and v.level = p.level
           and v.kind = any(p.kinds)
         where back.group_id <> v.unit_id
       ),
       walk(origin, current, distance) as (
         select distinct p.unit_id, p.unit_id, -1 from predecessor p, asked_year y where y.links_complete
         union
         select walk.origin, step.to_id, step.distance from walk
         join step on step.from_id = walk.current and step.distance > walk.distance
       ),
       ending as (
         select distinct walk.origin, v.unit_id from walk
         join register_unit_version v on v.unit_id = walk.current and v.valid @> $4::date
       ),
       divided as (select origin from ending group by origin having count(*) > 1)
       select p.group_id as "unitId", p.code, p.name as "fullName", coalesce(a.verdict, 'UNKNOWN') as verdict,
         y.links_complete as "linksComplete", case when y.links_complete
           then p.unit_id not in (select origin from divided) end as whole
       from predecessor p
       cross join asked_year y
       left join assessment a on a.unit_id = p.unit_id and a.indicator_id = y.indicator_id and a.year = y.year
         and case when $5::timestamptz is null then a.recorded_to is null
             else a.recorded_from < $5 and coalesce(a.recorded_to, 'infinity') >= $5 end
       order by p.group_id, p.code`,
      [unitIds, indicatorId, year, map, knownOn === null ? null : endOfDayInVietnam(knownOn)],
    );
  }
}
