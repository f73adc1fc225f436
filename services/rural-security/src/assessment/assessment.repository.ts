import {
  type Actor,
  type AsOf,
  type Database,
  type Day,
  endOfDayInVietnam,
  type Origin,
  seesUnpublished,
} from '@tieuchi/subgraph-kit';
import type { ItemStatement } from '../assessment-life/revision';
import type { AssessmentState, UnknownReason, Verdict } from './assessment-enums';
import type { AssessmentRevision } from './assessment-revision';

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
  /** Whether the actor would see a draft of this unit. */
  readonly seesUnpublished: boolean;
  /** Only where nothing is recorded in a demonstration: what the note about that rests on. */
  readonly code: string | null;
  readonly state: AssessmentState | null;
  readonly verdict: Verdict;
  readonly unknownReason: UnknownReason | null;
  readonly selfVerdict: Verdict | null;
  /** Null, as what follows, where nothing is recorded. */
  readonly itemVerdicts: Verdict[] | null;
  readonly selfItems: ItemStatement[] | null;
  readonly appraisedItems: ItemStatement[] | null;
  readonly windowTo: Day | null;
  readonly submittedOn: Day | null;
  readonly appraisedOn: Day | null;
  readonly confirmedOn: Day | null;
  readonly late: boolean;
  readonly daysLate: number;
  readonly version: number;
  readonly decisionNumber: string | null;
  readonly decisionId: string | null;
  readonly reason: string | null;
  readonly submittedBy: string | null;
  readonly enteredFor: string | null;
  readonly appraisedBy: string | null;
  readonly origin: Origin;
}

export interface RevisionRow extends AssessmentRevision {
  readonly unitId: string;
}

export interface ItemText {
  readonly indicatorId: string;
  readonly number: number;
  readonly textVi: string;
  readonly textEn: string | null;
}

/**
 * What the register says of the asked units is read once and looked up in hashes; so is what all of them have in common.
 * @param isOpen SQL of which row of the assessment `a` is read
 */
const assessmentsWhere = (isOpen: string) => `
  with asked_year as materialized (
    select y.*, (select count(*)::int from criteria_item c
      where c.indicator_id = y.indicator_id and c.criteria_version = y.criteria_version) as item_count
    from assessment_year y where y.indicator_id = $2 and y.year = $3
  ),
  version as materialized (
    select v.unit_id, v.valid @> y.counted_on as existed, (v.level, v.kind) in (
      select p.level, unnest(p.kinds) from population p where p.indicator_id = $2) as is_assessed
    from asked_year y cross join register_unit_version v where v.unit_id = any($1)
  )
  select asked.unit_id as "unitId", y.counted_on as "countedOn", demonstration.is_on as "isDemonstration",
    case when demonstration.is_on and a.state is null then
      (select min(v.code) from (select code from register_unit_version where unit_id = asked.unit_id offset 0) v) end as code,
    case when y.year is null then (select array_agg(id order by programme_id, position) from indicator) end
      as "knownIndicators",
    case when y.year is null then
      (select array_agg(k.year order by k.year) from assessment_year k where k.indicator_id = $2) end as "knownYears",
    coalesce(y.item_count, 0) as "itemCount",
    asked.unit_id in (select unit_id from version where is_assessed and existed) as "inPopulation",
    asked.unit_id in (select unit_id from version where is_assessed and not existed)
      and asked.unit_id not in (select unit_id from version where existed) as "isOnOtherMap",
    ${seesUnpublished('asked.unit_id')} as "seesUnpublished",
    a.state, a.verdict, a.unknown_reason as "unknownReason", a.self_verdict as "selfVerdict",
    a.item_verdicts as "itemVerdicts", a.self_items as "selfItems", a.appraised_items as "appraisedItems",
    y.window_to as "windowTo", a.submitted_on as "submittedOn", a.appraised_on as "appraisedOn",
    a.confirmed_on as "confirmedOn", a.late, a.version, a.decision_number as "decisionNumber",
    case when a.late then a.submitted_on - coalesce(y.submit_by, y.window_to) else 0 end as "daysLate",
    a.decision_id as "decisionId", a.reason, a.submitted_by as "submittedBy", a.entered_for as "enteredFor",
    a.appraised_by as "appraisedBy", a.origin
  from unnest($1::text[]) as asked(unit_id)
  left join asked_year y on true
  cross join (select is_demonstration() as is_on offset 0) demonstration
  left join lateral (
    -- offset 0 keeps it a look-up by index for each unit, also in a table that was just filled and has no statistics
    select a.* from assessment a where a.unit_id = asked.unit_id and a.indicator_id = $2 and a.year = $3 and ${isOpen} offset 0
  ) a on true`;

const ASSESSMENTS = assessmentsWhere('a.recorded_to is null');
const ASSESSMENTS_AS_KNOWN = assessmentsWhere(
  'a.recorded_from < $4 and (a.recorded_to is null or a.recorded_to >= $4)',
);

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
      knownOn === null ? ASSESSMENTS : ASSESSMENTS_AS_KNOWN,
      [unitIds, indicatorId, year, ...(knownOn === null ? [] : [endOfDayInVietnam(knownOn)])],
      'ONCE',
    );
  }

  /** All revisions, oldest first; one statement. */
  findHistoryByUnitIds(
    unitIds: readonly string[],
    { indicatorId, year }: AssessmentQuestion,
    { knownOn }: AsOf,
  ): Promise<RevisionRow[]> {
    return this.database.read(
      this.actor,
      `select a.unit_id as "unitId", a.version, a.state, a.verdict, a.unknown_reason as "unknownReason", a.reason,
         a.recorded_by as "recordedBy", a.entered_for as "enteredFor", a.recorded_from as "recordedFrom", case when a.recorded_to < $4::timestamptz then a.recorded_to end as "recordedTo"
       from assessment a
       where a.unit_id = any($1) and a.indicator_id = $2 and a.year = $3 and a.recorded_from < $4
       order by a.unit_id, a.version`,
      [unitIds, indicatorId, year, knownOn === null ? 'infinity' : endOfDayInVietnam(knownOn)],
    );
  }

  /** The texts of the set that a year is assessed by. */
  findItemTexts(indicatorIds: readonly string[], year: number): Promise<ItemText[]> {
    return this.database.read(
      this.actor,
      `select c.indicator_id as "indicatorId", c.number, c.text_vi as "textVi", c.text_en as "textEn"
       from criteria_item c
       join assessment_year y on y.indicator_id = c.indicator_id and y.criteria_version = c.criteria_version
       where y.indicator_id = any($1) and y.year = $2 order by c.indicator_id, c.number`,
      [indicatorIds, year],
    );
  }
}
