import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { SecurityTally } from './security-tally';
import { REASONS_SHOWN } from './shown-counts';
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
      `with recursive ${groupedTallies(knownOn === null, 'array[$4::text]')}
       select d.unit_id as "unitId", p.id as population, coalesce(t.met, 0) as met, coalesce(t.not_met, 0) as "notMet",
         coalesce(t.total - t.met - t.not_met, 0) as unknown, coalesce(t.total, 0) as total,
         coalesce(t.unplaced, 0) as unplaced, case when s.reasons then coalesce(t.self_assessed_met, 0) end as "selfAssessedMet",
         y.counted_on as "countedOn", case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end as origin
       from assessment_year y
       join population p on p.indicator_id = y.indicator_id and p.kinds is not null
       join grouped_day d on d.counted_on = y.counted_on
       join (select asked.unit_id, ${REASONS_SHOWN} as reasons from unnest($1::text[]) as asked(unit_id)) s
         on s.unit_id = d.unit_id
       left join grouped_tally t on t.unit_id = d.unit_id and t.indicator_id = y.indicator_id and t.population_id = p.id
         and t.year = y.year
       where y.indicator_id = $4 and y.year = $5 and $3::timestamptz is not distinct from $3
       order by d.unit_id, p.id`,
      [unitIds, ...days, indicatorId, year],
    );
  }
}
