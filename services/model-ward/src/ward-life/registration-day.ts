import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import type { Desk } from './desk';
import type { StepEntry } from './step-entry';

/**
 * The day of a registration; quotas count by it, so it is held against all that is known of the ward.
 * @throws SpeakingError BAD_USER_INPUT for a day still to come, and for one on or before the end of the registration before
 */
export function readRegistrationDay({ current, endedOn }: Desk, entry: StepEntry, today: Day): Day {
  const registeredOn = entry.registeredOn ?? today;
  if (registeredOn > today) throw wrongDay(`${registeredOn} is still to come; today is ${today}.`);
  // a ward that was taken back counts from its new registration on, never again by the day of the one before
  if (endedOn !== null && registeredOn <= endedOn) {
    throw wrongDay(
      `This ward is ${current?.state} since ${endedOn}: a new registration is of a later day, not ${registeredOn}.`,
    );
  }
  return registeredOn;
}

function wrongDay(message: string): SpeakingError {
  return new SpeakingError('BAD_USER_INPUT', message, { path: 'registeredOn' });
}
