/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const UTC_TO_VIETNAM_MS = 7 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whether the text is a day of the calendar: 2025-02-29 and 2025-06-31 are not, nor those of a year 0, which PostgreSQL has not. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !FORM.test(text) || text < '0001') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day in Vietnam (UTC+7, no daylight saving since 1975) at that instant. */
export function dayInVietnam(instant: Date): Day {
  const number = Math.floor((instant.getTime() + UTC_TO_VIETNAM_MS) / DAY_MS);
  if (number !== latest.number) latest = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return latest.day;
}

/** Asked for each request, and the same all day. */
let latest: { readonly number: number; readonly day: Day } = { number: Number.NaN, day: '' };

/** The last day before it. */
export function dayBefore(day: Day): Day {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

const END_OF_DAY = /^\d{4}-\d{2}-\d{2}T00:00:00\+07:00$/;

/** The first instant after that Vietnam day, as text for PostgreSQL. What is recorded before it counts on that day. */
export function endOfDayInVietnam(day: Day): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return `${next.toISOString().slice(0, 10)}T00:00:00+07:00`;
}

/** Whether a statement's value is what {@link endOfDayInVietnam} makes. */
export function isEndOfDay(value: unknown): boolean {
  return typeof value === 'string' && END_OF_DAY.test(value);
}
