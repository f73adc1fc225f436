import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { type DecisionEntry, requireDecision } from './decision';
import type { Desk } from './desk';
import type { Recognition, Revision } from './revision';

/** For the year that it was scored for; decisions come in that year or after it (QĐ 2878 of 22 Apr 2025, for 2024). */
export function recognise({ criteria }: Desk, before: Revision, entry: DecisionEntry, today: Day): Revision {
  const { year } = criteria;
  const decision = requireDecision(entry, later(before.registeredOn, `${year}-01-01`), today);
  return { ...before, ...decision, recognisedForYear: year };
}

/**
 * No source says what recognising again rests on: the decision alone is asked for. The scores stay those of the year that
 * they were made for.
 */
export function recogniseAgain({ criteria }: Desk, before: Revision, entry: DecisionEntry, today: Day): Revision {
  const { year } = criteria;
  if (before.recognisedForYear !== null && year <= before.recognisedForYear) {
    throw new SpeakingError('BAD_USER_INPUT', `It is recognised for ${before.recognisedForYear}: name a later year.`, {
      path: 'year',
    });
  }
  const decision = requireDecision(entry, later(before.decidedOn ?? before.registeredOn, `${year}-01-01`), today);
  refuseSamePaper(before, entry);
  return { ...before, ...decision, recognisedForYear: year, earlierRecognitions: allRecognitions(before) };
}

/** What was recognised does not hold any more; the scores stay as they were appraised. */
export function revoke(before: Revision, entry: DecisionEntry, today: Day): Revision {
  const decision = requireDecision(entry, before.decidedOn ?? before.registeredOn, today);
  refuseSamePaper(before, entry);
  const earlierRecognitions = allRecognitions(before).map((recognition) => ({ ...recognition, revoked: true }));
  return { ...before, ...decision, recognisedForYear: null, earlierRecognitions };
}

/** Those before and the one in force, oldest first. */
export function allRecognitions(
  revision: Pick<Revision, 'earlierRecognitions' | 'recognisedForYear' | 'decisionNumber' | 'decidedOn' | 'issuer'>,
): readonly Recognition[] {
  const { earlierRecognitions, recognisedForYear, decisionNumber, decidedOn, issuer } = revision;
  if (recognisedForYear === null || decisionNumber === null || decidedOn === null) return earlierRecognitions;
  return [...earlierRecognitions, { year: recognisedForYear, decisionNumber, decidedOn, issuer, revoked: false }];
}

function refuseSamePaper(before: Revision, { decisionNumber }: DecisionEntry): void {
  if (decisionNumber?.trim() !== before.decisionNumber) return;
  throw new SpeakingError('BAD_USER_INPUT', `${decisionNumber} is the decision before: name the one of this step.`, {
    path: 'decisionNumber',
  });
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
