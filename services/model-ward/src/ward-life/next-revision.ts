import { type Actor, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { WardState } from '../pilot-ward/ward-state';
import type { Desk } from './desk';
import { recognise, recogniseAgain, revoke } from './recognition';
import { begin, NOT_APPRAISED, register } from './registration';
import type { Revision } from './revision';
import { appraise, propose, selfScore } from './scoring';
import { takeStep } from './step';
import type { StepEntry } from './step-entry';

/**
 * What a step makes of a ward's registration. Nothing is written here.
 * @param today the day in Vietnam
 * @throws SpeakingError what is wrong with it, with the place in the input where it has one
 */
export function nextRevision(desk: Desk, entry: StepEntry, actor: Actor, today: Day): Revision {
  const { current } = desk;
  checkVersion(current?.version ?? 0, entry);
  const state = takeStep(entry.step, current?.state ?? WardState.NOT_REGISTERED, actor.role);
  if (!current || entry.step === 'REGISTER') return register(desk, entry, state, today);
  const changed = { ...current, version: current.version + 1, state, reason: null };
  if (entry.step === 'BEGIN') return begin(desk, changed);
  if (entry.step === 'RE_RECOGNISE') return recogniseAgain(desk, changed, entry, today);
  if (entry.step === 'REVOKE') checkRecognisedYear(desk, current);
  else checkYear(desk, current);
  switch (entry.step) {
    case 'SELF_SCORE':
      return selfScore(desk, changed, entry, actor, today);
    case 'RETURN':
      return {
        ...changed,
        ...(state === WardState.UNDER_WAY && NOT_APPRAISED),
        proposedOn: null,
        reason: requireReason(entry),
      };
    case 'APPRAISE':
      return appraise(desk, changed, entry, actor, today);
    case 'PROPOSE':
      return propose(desk, changed, today);
    case 'RECOGNISE':
      return recognise(desk, changed, entry, today);
    case 'REVOKE':
      return { ...revoke(changed, entry, today), reason: requireReason(entry) };
    case 'WITHDRAW':
      return { ...changed, reason: requireReason(entry) };
  }
}

function checkVersion(version: number, { expectedVersion }: StepEntry): void {
  if ((expectedVersion ?? 0) === version) return;
  throw new SpeakingError(
    'STALE_VERSION',
    `It is at version ${version}, you have read ${expectedVersion ?? 0}: read it again, then repeat the step.`,
    { path: 'expectedVersion', version },
  );
}

/** The criteria follow the year, so a step for another year would be about other criteria. */
function checkYear({ criteria: { year } }: Desk, current: Revision): void {
  if (current.year === null || current.year === year) return;
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `This ward is scored for ${current.year}, not for ${year}: name that year, or begin anew for ${year}.`,
    { path: 'year' },
  );
}

/** A ward that was recognised again is revoked for that year, whichever year it was scored for. */
function checkRecognisedYear({ criteria: { year } }: Desk, { recognisedForYear }: Revision): void {
  if (recognisedForYear === null || recognisedForYear === year) return;
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `This ward is recognised for ${recognisedForYear}, not for ${year}: name that year.`,
    { path: 'year' },
  );
}

function requireReason({ reason }: StepEntry): string {
  const text = reason?.trim();
  if (text) return text;
  throw new SpeakingError('REASON_REQUIRED', 'Say why, so that the ward knows what to do.', { path: 'reason' });
}
