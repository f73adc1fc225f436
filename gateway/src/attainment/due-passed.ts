import { yearOf } from './iso-day';

/**
 * Whether the target's time is over for the year asked about: it tells "missed" from "not yet".
 *
 * Both must hold: the year is the due year or a later one, and the day as of which the answer is given (`knownOn` where
 * that is asked, else today in Asia/Ho_Chi_Minh) lies after the due day. So a year before the due year is never missed,
 * however late it is asked for, and the answer of a closed day stays as it was: nothing changes by the clock alone.
 */
export function isDuePassed({ year, today, due }: { year: number; today: string; due: string }): boolean {
  yearOf(today);
  // ISO days compare as text
  return year >= yearOf(due) && today > due;
}
