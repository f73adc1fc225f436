import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { SecurityTally } from './security-tally';
import { reasonsShown } from './shown-counts';
import { groupedTallies } from './tally-sql';

export interface UnitTally extends SecurityTally {
  readonly unitId: string;
}

export class SecurityTallyRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /**
   * One row for each unit and population that can be listed, also where no unit of the population lies; none where the
   * counted units cannot be grouped.
   */
  findTalliesByUnitIds(
    unitIds: readonly string[],
    { indicatorId, year }: AssessmentQuestion,
    { map, knownOn }: AsOf,
  ): Promise<UnitTally[]> {
    const days = [map, knownOn === null ? null : endOfDayInVietnam(knownOn)];
    return this.database.count(
      this.actor,
      `with recursive ${groupedTallies(knownOn === null, 'array[$4::text]')},
       listed as (
         select d.unit_id, p.id as population_id, y.counted_on from assessment_year y
         join population p on p.indicator_id = y.indicator_id and p.kinds is not null
         join grouped_day d on d.counted_on = y.counted_on
         where y.indicator_id = $4 and y.year = $5 and $3::timestamptz is not distinct from $3
       )
       -- added up and not joined: the planner takes the tallies of all units for one row
       select t.unit_id as "unitId", t.population_id as population, sum(t.met)::int as met, sum(t.not_met)::int as "notMet",
         sum(t.total - t.met - t.not_met)::int as unknown, sum(t.total)::int as total, sum(t.unplaced)::int as unplaced,
         case when bool_or(s.reasons) then sum(t.self_assessed_met)::int end as "selfAssessedMet",
         min(t.counted_on) as "countedOn",
         case when (select is_demonstration()) then 'SYNTHETIC' else 'RECORDED' end as origin
       from (
         select unit_id, population_id, counted_on, total, met, not_met, unplaced, self_assessed_met from grouped_tally
         where indicator_id = $4 and year = $5
         union all
         select unit_id, population_id, counted_on, 0, 0, 0, 0, 0 from listed
       ) t
       join (select v.unit_id, ${reasonsShown('v.unit_id')} as reasons from asked_version v group by v.unit_id) s using (unit_id)
       group by t.unit_id, t.population_id
       order by t.unit_id, t.population_id`,
      [unitIds, ...days, indicatorId, year],
    );
  }
}
