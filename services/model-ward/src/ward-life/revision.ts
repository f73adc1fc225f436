import type { Day, EvidenceReference, Verdict } from '@tieuchi/subgraph-kit';
import type { WardState } from '../pilot-ward/ward-state';

/** What somebody said of one criterion, as it is kept. */
export interface CriterionStatement {
  readonly number: number;
  readonly verdict: Verdict;
  /** Written out, in Vietnamese. */
  readonly explanation: string | null;
  /** Files and links; wards cite no papers of a registry. */
  readonly evidence: readonly Omit<EvidenceReference, 'documentId'>[];
}

/** A numbered decision that recognises the police of a ward for a year. */
export interface Recognition {
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  /** Null in rows of the demonstration, which invents no issuer. */
  readonly issuer: string | null;
  /** Whether it was taken back. */
  readonly revoked: boolean;
}

/** A ward's registration as it stands between two steps: one row, closed by the next. */
export interface Revision {
  /** From 1. */
  readonly version: number;
  readonly state: WardState;
  /** The year that it is scored for. */
  readonly year: number | null;
  readonly registeredOn: Day;
  readonly criteriaAsked: number;
  readonly selfItems: readonly CriterionStatement[];
  readonly appraisedItems: readonly CriterionStatement[];
  /** Criteria met; null before it was said. */
  readonly selfMet: number | null;
  readonly appraisedMet: number | null;
  /** As the paper prints it, whatever its criteria add up to. */
  readonly selfPrintedMet: number | null;
  readonly appraisedPrintedMet: number | null;
  readonly selfScoredOn: Day | null;
  readonly selfScoredBy: string | null;
  readonly enteredFor: string | null;
  readonly appraisedOn: Day | null;
  readonly appraisedBy: string | null;
  readonly proposedOn: Day | null;
  /** Set while the recognition is in force. */
  readonly recognisedForYear: number | null;
  /** Of the recognition, or of the revocation. */
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
  readonly issuer: string | null;
  readonly reason: string | null;
  readonly earlierRecognitions: readonly Recognition[];
}
