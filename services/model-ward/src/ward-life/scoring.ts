import { type Actor, type Day, SpeakingError, Verdict } from '@tieuchi/subgraph-kit';
import { countMet, criteriaWith, readCriteria } from './criterion-entry';
import type { Desk } from './desk';
import { NOT_APPRAISED } from './registration';
import type { Revision } from './revision';
import type { StepEntry } from './step-entry';

/** What a ward says of itself; what was appraised before does not hold for it. */
export function selfScore(desk: Desk, before: Revision, entry: StepEntry, actor: Actor, today: Day): Revision {
  const selfItems = readCriteria(desk.criteria, entry.criteria, before.selfItems);
  return {
    ...before,
    ...NOT_APPRAISED,
    selfItems,
    selfMet: countMet(selfItems),
    selfPrintedMet: readPrinted(entry, before.selfPrintedMet),
    enteredFor: enteredFor(desk, entry, before, actor),
    selfScoredOn: today,
    selfScoredBy: actor.subject,
  };
}

/** Whoever enters from above the ward says for whom: both names stay with it. */
function enteredFor({ unitId }: Desk, entry: StepEntry, before: Revision, { scope }: Actor): string | null {
  if (scope === unitId) return null;
  const name = entry.enteredFor?.trim() || before.enteredFor;
  if (name) return name;
  throw new SpeakingError(
    'REASON_REQUIRED',
    'You enter for a ward that is not your own: say in enteredFor who is answerable there.',
    { path: 'enteredFor' },
  );
}

/** What the appraisal finds, by somebody who did not score the ward. */
export function appraise(desk: Desk, before: Revision, entry: StepEntry, actor: Actor, today: Day): Revision {
  if (desk.authors.includes(actor.subject)) {
    throw new SpeakingError('OWN_SUBMISSION', 'You scored this ward yourself: somebody else appraises it.');
  }
  // a correction changes single criteria of what was appraised before
  const taken = entry.acceptSelfScored ? before.selfItems : before.appraisedItems;
  const appraisedItems = readCriteria(desk.criteria, entry.criteria, taken);
  return {
    ...before,
    appraisedItems,
    appraisedMet: countMet(appraisedItems),
    appraisedPrintedMet: readPrinted(entry, before.appraisedPrintedMet),
    appraisedOn: today,
    appraisedBy: actor.subject,
  };
}

/** Only all criteria are enough: the two cities with 21 of 22 in 2022 were not completed (cand.com.vn 05/9/2022). */
export function propose({ criteria: { set } }: Desk, before: Revision, today: Day): Revision {
  const { appraisedItems, appraisedMet, criteriaAsked } = before;
  if (appraisedMet === criteriaAsked) return { ...before, proposedOn: today };
  const name = (number: number) => {
    const text = set.criteria[number - 1]?.textVi;
    return text ? `${number} (${text})` : String(number);
  };
  // where criteria are not kept one by one, their number is all that is known
  const missing = (verdict: Verdict) =>
    appraisedItems.length === 0 ? [] : criteriaWith(verdict, appraisedItems, criteriaAsked).map(name);
  const parts = [
    ['not met', missing(Verdict.NOT_MET)],
    ['unknown', missing(Verdict.UNKNOWN)],
  ] as const;
  const named = parts
    .filter(([, numbers]) => numbers.length > 0)
    .map(([label, numbers]) => `; ${label}: ${numbers.join(', ')}`);
  throw new SpeakingError(
    'CRITERIA_NOT_MET',
    `${appraisedMet ?? 0} of ${criteriaAsked} criteria are met as appraised, and all must be${named.join('')}.`,
  );
}

/** A convention of ours: a paper may print a percentage for a count, but no more than that. */
const MOST_PRINTED = 100;

/** @throws SpeakingError BAD_USER_INPUT for what is no misprint of a scorecard: below 0, or more than 100 */
function readPrinted({ printedMet }: StepEntry, before: number | null): number | null {
  if (printedMet === undefined) return before;
  if (printedMet === null || (printedMet >= 0 && printedMet <= MOST_PRINTED)) return printedMet;
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `A scorecard prints 0 to ${MOST_PRINTED} criteria met: ${printedMet} is no misprint of it but a slip of who enters it.`,
    { path: 'printedMet' },
  );
}
