import { type Actor, type AsOf, type Database, type Day, endOfDayInVietnam, type Origin } from '@tieuchi/subgraph-kit';
import type { AssessmentState, UnknownReason, Verdict } from './assessment';

export interface AssessmentQuestion {
  readonly indicatorId: string;
  readonly year: number;
}

/** A row for every asked unit; what was asked stands in each, so that a wrong question is seen without a statement more. */
export interface AssessmentRow {
  readonly unitId: string;
  readonly knownIndicators: string[] | null;
  readonly knownYears: number[] | null;
  readonly itemCount: number;
  readonly countedOn: Day | null;
  readonly inPopulation: boolean;
  /** A unit of the kind that is assessed, which did not exist on the counting day. */
  readonly isOnOtherMap: boolean;
  readonly isDemonstration: boolean;
  readonly code: string | null;
  readonly state: AssessmentState | null;
  readonly verdict: Verdict;
  readonly unknownReason: UnknownReason | null;
  readonly selfVerdict: Verdict | null;
  readonly itemVerdicts: Verdict[];
  readonly submittedOn: Day | null;
  readonly late: boolean;
  readonly origin: Origin;
}

export class AssessmentRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** One statement for any number of units. */
  findAssessmentsByUnitIds(
    unitIds: readonly string[],
    { indicatorId, year }: AssessmentQuestion,
    { knownOn }: AsOf,
  ): Promise<AssessmentRow[]> {
    return this.database.read(
      this.actor,
      `select asked.unit_id as "unitId", y.counted_on as "countedOn", is_demonstration() as "isDemonstration",
         (select v.code from register_unit_version v where v.unit_id = asked.unit_id limit 1) as code,
         case when y.year is null then (select array_agg(id order by programme_id, position) from indicator) end
           as "knownIndicators",
         case when y.year is null then
           (select array_agg(k.year order by k.year) from assessment_year k where k.indicator_id = $2) end as "knownYears",
         (select count(*)::int from criteria_item c
          where c.indicator_id = y.indicator_id and c.criteria_version = y.criteria_version) as "itemCount",
         exists (select from population p join register_unit_version v on v.unit_id = asked.unit_id
           and v.level = p.level and v.kind = any(p.kinds) and v.valid @> y.counted_on
           where p.indicator_id = $2) as "inPopulation",
         exists (select from population p join register_unit_version v on v.unit_id = asked.unit_id
           and v.level = p.level and v.kind = any(p.kinds) where p.indicator_id = $2)
         and not exists (select from register_unit_version v where v.unit_id = asked.unit_id and v.valid @> y.counted_on)
           as "isOnOtherMap",
         a.state, a.verdict, a.unknown_reason as "unknownReason", a.self_verdict as "selfVerdict",
         a.item_verdicts as "itemVerdicts", a.submitted_on as "submittedOn", a.late, a.origin
       from unnest($1::text[]) as asked(unit_id)
       left join assessment_year y on y.indicator_id = $2 and y.year = $3
       left join assessment a on a.unit_id = asked.unit_id and a.indicator_id = $2 and a.year = $3
         and case when $4::timestamptz is null then a.recorded_to is null
             else a.recorded_from < $4 and (a.recorded_to is null or a.recorded_to >= $4) end`,
      [unitIds, indicatorId, year, knownOn === null ? null : endOfDayInVietnam(knownOn)],
    );
  }
}
