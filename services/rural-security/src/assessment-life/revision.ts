import type { Day, EvidenceReference } from '@tieuchi/subgraph-kit';
import type { AssessmentState, UnknownReason, Verdict } from '../assessment/assessment-enums';
import type { Measures } from '../judging/rule';

/** What somebody said of one content, as it is kept. */
export interface ItemStatement {
  readonly number: number;
  readonly verdict: Verdict;
  /** Set exactly where the verdict is UNKNOWN. */
  readonly reason: UnknownReason | null;
  readonly measures: Measures | null;
  /** Written out, in Vietnamese: by the unit why there is no evidence, by the appraiser why so decided. */
  readonly explanation: string | null;
  readonly evidence: readonly EvidenceReference[];
}

/** An assessment as it stands between two steps: one row, closed by the next. */
export interface Revision {
  /** From 1. */
  readonly version: number;
  readonly state: AssessmentState;
  readonly verdict: Verdict;
  readonly unknownReason: UnknownReason | null;
  readonly selfVerdict: Verdict | null;
  readonly itemVerdicts: readonly Verdict[];
  readonly selfItems: readonly ItemStatement[];
  readonly appraisedItems: readonly ItemStatement[];
  readonly submittedOn: Day | null;
  readonly submittedBy: string | null;
  /** Who is answerable for the unit where somebody else entered it. */
  readonly enteredFor: string | null;
  readonly appraisedOn: Day | null;
  readonly appraisedBy: string | null;
  readonly confirmedOn: Day | null;
  readonly late: boolean;
  readonly reason: string | null;
  readonly decisionNumber: string | null;
  readonly decisionId: string | null;
}
