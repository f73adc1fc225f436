import type { Day } from '@tieuchi/subgraph-kit';
import type { WardState } from '../pilot-ward/ward-state';
import type { Desk } from './desk';
import { readRegistrationDay } from './registration-day';
import type { Revision } from './revision';
import type { StepEntry } from './step-entry';

const NOT_SCORED = { selfItems: [], selfMet: null, selfPrintedMet: null, selfScoredOn: null, selfScoredBy: null };
/** What holds before an appraisal, and again once it was returned. */
export const NOT_APPRAISED = {
  appraisedItems: [],
  appraisedMet: null,
  appraisedPrintedMet: null,
  appraisedOn: null,
  appraisedBy: null,
  proposedOn: null,
};
const NOT_DECIDED = { recognisedForYear: null, decisionNumber: null, decidedOn: null, issuer: null };

/** A ward that withdrew, or lost its recognition, begins from nothing; what it had stays in its history. */
export function register(desk: Desk, entry: StepEntry, state: WardState, today: Day): Revision {
  const { criteria, current } = desk;
  return {
    version: (current?.version ?? 0) + 1,
    state,
    year: criteria.year,
    registeredOn: readRegistrationDay(desk, entry, today),
    criteriaAsked: criteria.set.criteriaCount,
    ...NOT_SCORED,
    ...NOT_APPRAISED,
    ...NOT_DECIDED,
    enteredFor: null,
    reason: null,
    earlierRecognitions: current?.earlierRecognitions ?? [],
  };
}

/** For another year than before there are other criteria, so nothing is said of them yet. */
export function begin({ criteria: { year, set } }: Desk, before: Revision): Revision {
  if (before.year === year) return before;
  return { ...before, year, criteriaAsked: set.criteriaCount, ...NOT_SCORED, ...NOT_APPRAISED };
}
