import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError for anything that is no day of the calendar */
export function readDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError('A day is written YYYY-MM-DD: 2025-06-30.');
  return text;
}
