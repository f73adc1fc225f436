import { type Day, isDay } from '@tieuchi/subgraph-kit';

const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day as officials write it, 29/02/2024, or as files have it, 2024-02-29; null for what is no day of the calendar. */
export function readDay(text: string): Day | null {
  const [, day = '', month = '', year = ''] = WRITTEN.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/** 29/02/2024. */
export function printDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
