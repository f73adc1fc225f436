import { type Actor, type AsOf, type Database, seesUnpublished } from '@tieuchi/subgraph-kit';
import type { AssessmentRow } from '../assessment/assessment.repository';
import type { AssessmentFilter } from './assessment-filter';
import { AssessmentOrder, type ListPlace } from './assessment-order';
import { COUNTED_ASSESSMENTS } from './counted-assessment-sql';
import { type WithinQuestion, withinValues } from './within';

export interface AssessmentListQuestion extends WithinQuestion {
  readonly filter: AssessmentFilter;
}

/** What is recorded of a unit, and its place in the list. */
export interface EntryRow extends AssessmentRow, ListPlace {
  readonly code: string;
  readonly missingItems: number | null;
}

/** Higher than any rank: what has none comes last. */
const LAST = 999_999_999;

/** The whole number that a list is ordered by, before the code. */
const RANK_SQL: Readonly<Record<AssessmentOrder, string>> = {
  [AssessmentOrder.CODE]: '0',
  [AssessmentOrder.MISSING_ITEMS]: `coalesce(c.missing_items, ${LAST})`,
  [AssessmentOrder.SUBMITTED_ON]: `coalesce(c.submitted_on - date '2000-01-01', ${LAST})`,
  [AssessmentOrder.DAYS_LATE]: '-c.days_late',
};

const FILTER = `($7::text[] is null or c.state = any($7)) and ($8::text[] is null or c.verdict = any($8))
  and ($9::text[] is null or c.unknown_reason = any($9)) and ($10::text[] is null or c.kind = any($10))
  and ($11::int is null or c.item_verdicts[$11] = 'NOT_MET')
  and ($12::int is null or c.missing_items >= $12) and ($13::int is null or c.missing_items <= $13)
  and ($14::boolean is null or c.late = $14)`;

/** A unit of the list is in the population and existed on the counting day, and its year is known. */
const COUNTED = { knownIndicators: null, knownYears: null, inPopulation: true, isOnOtherMap: false };

export class AssessmentListRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** The first `limit` entries after `after`, in that order; one statement. */
  async findPage(
    question: AssessmentListQuestion,
    order: AssessmentOrder,
    limit: number,
    after: ListPlace | null,
  ): Promise<EntryRow[]> {
    const rows = await this.database.read<EntryRow>(
      this.actor,
      `with ${COUNTED_ASSESSMENTS},
       page as (
         select c.*, ${RANK_SQL[order]} as rank from counted c
         where ${FILTER} and ($16::text is null or (${RANK_SQL[order]}, c.code) > ($15::int, $16))
         order by rank, c.code limit $17
       )
       select p.unit_id as "unitId", p.code, p.rank, p.missing_items as "missingItems", y.counted_on as "countedOn",
         y.window_to as "windowTo", y.item_count as "itemCount", ${seesUnpublished('p.unit_id')} as "seesUnpublished", is_demonstration() as "isDemonstration", a.state, a.verdict,
         a.unknown_reason as "unknownReason", a.self_verdict as "selfVerdict", a.item_verdicts as "itemVerdicts",
         a.self_items as "selfItems", a.appraised_items as "appraisedItems", a.submitted_on as "submittedOn",
         a.appraised_on as "appraisedOn", a.confirmed_on as "confirmedOn", p.late, p.days_late as "daysLate", a.version,
         a.decision_number as "decisionNumber", a.decision_id as "decisionId", a.reason, a.submitted_by as "submittedBy",
         a.entered_for as "enteredFor", a.appraised_by as "appraisedBy", a.origin
       from page p cross join asked_year y left join assessment a on a.id = p.assessment_id
       order by p.rank, p.code`,
      [...this.valuesOf(question), after?.rank ?? null, after?.code ?? null, limit],
    );
    return rows.map((row) => ({ ...row, ...COUNTED }));
  }

  async count(question: AssessmentListQuestion): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      this.actor,
      `with ${COUNTED_ASSESSMENTS} select count(*)::int as count from counted c where ${FILTER}`,
      this.valuesOf(question),
    );
    return row!.count;
  }

  private valuesOf({ filter, ...question }: AssessmentListQuestion): unknown[] {
    const { states, verdicts, unknownReasons, kinds, failingItem, missingItems, late } = filter;
    const asked = [states, verdicts, unknownReasons, kinds].map((list) => (list && list.length > 0 ? list : null));
    return [
      ...withinValues(question, this.asOf),
      ...asked,
      failingItem ?? null,
      missingItems?.atLeast ?? null,
      missingItems?.atMost ?? null,
      late ?? null,
    ];
  }
}
