import type { Day } from '@tieuchi/subgraph-kit';
import type { CriterionEntry } from './criterion-entry';
import type { DecisionEntry } from './decision';
import type { Step } from './step';

/** What somebody sends with a step. */
export interface StepEntry extends DecisionEntry {
  readonly step: Step;
  /** The version that the sender has read; null where nothing was recorded. */
  readonly expectedVersion: number | null;
  /** The day of the registration; null: today. */
  readonly registeredOn: Day | null;
  readonly criteria: readonly CriterionEntry[];
  /** The total that the paper prints; null where it prints none, left out where it stays as it was said before. */
  readonly printedMet?: number | null;
  /** Criteria without an entry take what the ward says of them. */
  readonly acceptSelfScored: boolean;
  readonly enteredFor: string | null;
  readonly reason: string | null;
}
