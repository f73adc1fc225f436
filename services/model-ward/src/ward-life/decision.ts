import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';

/** A numbered paper, as somebody enters it. */
export interface DecisionEntry {
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
  readonly issuer: string | null;
}

export interface Decision {
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly issuer: string;
}

/**
 * @param earliest a decision of an earlier day cannot be one of this ward and year
 * @throws SpeakingError BAD_USER_INPUT for a part that is missing and a day that is too early or still to come
 */
export function requireDecision(entry: DecisionEntry, earliest: Day, today: Day): Decision {
  const decisionNumber = requirePart(entry, 'decisionNumber');
  const issuer = requirePart(entry, 'issuer');
  const decidedOn = requirePart(entry, 'decidedOn');
  if (decidedOn > today) throw wrongDay(`A decision of ${decidedOn} is not issued yet; today is ${today}.`);
  if (decidedOn < earliest) throw wrongDay(`A decision of ${decidedOn} is too early: the first day is ${earliest}.`);
  return { decisionNumber, decidedOn, issuer };
}

function requirePart(entry: DecisionEntry, part: keyof DecisionEntry): string {
  const text = entry[part]?.trim();
  if (text) return text;
  throw new SpeakingError('BAD_USER_INPUT', `A decision has a ${part}.`, { path: part });
}

function wrongDay(message: string): SpeakingError {
  return new SpeakingError('BAD_USER_INPUT', message, { path: 'decidedOn' });
}
