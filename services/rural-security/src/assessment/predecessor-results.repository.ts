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
      `with recursive asked_year as (select * from assessment_year where indicator_id = $2 and year = $3),
       step as materialized (select s.from_id, s.to_id from asked_year y, lineage_step(y.counted_on, $4::date) s),
       fate as (select from_id, count(distinct to_id) as successors from step group by from_id),
       back(group_id, unit_id) as (
         select id, id from unnest($1::text[]) as asked(id)
         union
         select back.group_id, step.from_id from back join step on step.to_id = back.unit_id
       )
       select distinct back.group_id as "unitId", v.code, v.name as "fullName", coalesce(a.verdict, 'UNKNOWN') as verdict,
         is_lineage_complete(y.counted_on, $4::date) as "linksComplete",
         case when is_lineage_complete(y.counted_on, $4::date)
           then fate.successors = 1 end as whole
       from back
       cross join asked_year y
       join population p on p.indicator_id = y.indicator_id and p.is_default
       join register_unit_version v on v.unit_id = back.unit_id and v.valid @> y.counted_on and v.level = p.level
         and v.kind = any(p.kinds)
       left join fate on fate.from_id = v.unit_id
       left join assessment a on a.unit_id = v.unit_id and a.indicator_id = y.indicator_id and a.year = y.year
         and case when $5::timestamptz is null then a.recorded_to is null
             else a.recorded_from < $5 and coalesce(a.recorded_to, 'infinity') >= $5 end
       where back.group_id <> v.unit_id
       order by back.group_id, v.code`,
      [unitIds, indicatorId, year, map, knownOn === null ? null : endOfDayInVietnam(knownOn)],
    );
  }
}
