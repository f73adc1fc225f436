import type { DemonstrationYear } from './demonstration-commune';
import type { MissingReason } from './missing-result';

export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN';

/** DRAFT exists for people; the generator makes none. */
export type AssessmentState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPRAISED' | 'RECOGNISED' | 'REVOKED';

/** What was known of a commune in an assessment year from `recordedFrom` until `recordedTo`. */
export interface AssessmentRevision {
  readonly code: string;
  readonly year: DemonstrationYear;
  readonly state: AssessmentState;
  /** The appraised result; UNKNOWN until there is one. */
  readonly verdict: Verdict;
  /** Set exactly where the verdict is UNKNOWN. */
  readonly unknownReason: Exclude<MissingReason, 'NOT_STARTED'> | null;
  readonly selfVerdict: Verdict | null;
  /** Index 0 is item 1; all UNKNOWN before the appraisal; `[]` in 2021, of which only the verdict is kept. */
  readonly items: readonly Verdict[];
  /** Days `YYYY-MM-DD` in Vietnam. */
  readonly submittedOn: string | null;
  readonly appraisedOn: string | null;
  readonly confirmedOn: string | null;
  /** Submitted after the window's end. */
  readonly late: boolean;
  /** `MP-0001/2025`: running number of the confirmations of that assessment year, and the year. */
  readonly decisionNumber: string | null;
  /** Instants `YYYY-MM-DDThh:mm:ss+07:00`; `recordedTo` is null in the last revision and the next one's start before it. */
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
}

/** All revisions of one commune and year, oldest first; never empty. */
export interface DemonstrationAssessment {
  readonly code: string;
  readonly year: DemonstrationYear;
  readonly revisions: readonly AssessmentRevision[];
}
