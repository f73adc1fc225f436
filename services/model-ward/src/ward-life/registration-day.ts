import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import type { Desk, WardLife } from './desk';
import type { StepEntry } from './step-entry';

/**
 * The day of a registration; quotas count by it, so it is held against all that is known of the ward.
 * @throws SpeakingError BAD_USER_INPUT for a day still to come, before the pilot, on or before the end of the registration
 * before, or outside the ward's life; says the days
 */
export function readRegistrationDay(desk: Desk, entry: StepEntry, today: Day): Day {
  const { current, endedOn, pilotFrom, wardLife } = desk;
  const registeredOn = entry.registeredOn ?? today;
  if (registeredOn > today) throw wrongDay(`${registeredOn} is still to come; today is ${today}.`);
  if (registeredOn < pilotFrom) throw wrongDay(`${registeredOn} is before the pilot, which begins on ${pilotFrom}.`);
  // a ward that was taken back counts from its new registration on, never again by the day of the one before
  if (endedOn !== null && registeredOn <= endedOn) {
    throw wrongDay(
      `This ward is ${current?.state} since ${endedOn}: a new registration is of a later day, not ${registeredOn}.`,
    );
  }
  if (!isWithin(wardLife, registeredOn)) {
    throw wrongDay(`This unit is a ward ${daysOf(wardLife)}, not on ${registeredOn}.`);
  }
  return registeredOn;
}

function isWithin({ from, to }: WardLife, day: Day): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

function daysOf({ from, to }: WardLife): string {
  return [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ');
}

function wrongDay(message: string): SpeakingError {
  return new SpeakingError('BAD_USER_INPUT', message, { path: 'registeredOn' });
}
