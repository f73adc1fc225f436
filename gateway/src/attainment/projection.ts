import {
  add,
  compare,
  floor,
  HUNDRED,
  keepsSidesOf,
  larger,
  multiply,
  printDecimal,
  type Rational,
  rational,
  smaller,
  ZERO,
} from '@tieuchi/subgraph-kit';
import { type Course, leastCourse, mostCourse, type PaceBasis } from './pace-basis';
import { observedPerYear } from './pace-ratio';

export type WillAttain = 'YES' | 'NO' | 'UNKNOWN';

export interface Projection {
  /** Decimal string; with unknowns the least that is certain, null when `willAttain` is `UNKNOWN`. */
  readonly percentAtDeadline: string | null;
  readonly willAttain: WillAttain;
}

/**
 * The straight line through the baseline and the year asked about, carried to the due year; null from then on and without
 * a usable baseline. Compared in whole units of the population of the year asked about: 99.2 % of 85 are 84 units, and 99 % needs 85.
 * An arithmetic continuation, not a forecast. Source: a convention of this project.
 */
export function project(total: number, required: number, basis: PaceBasis | null): Projection | null {
  if (basis === null || basis.yearsElapsed >= basis.yearsInAll) return null;
  const least = carriedPercent(leastCourse(basis), basis);
  const most = carriedPercent(mostCourse(basis), basis);
  const attains = (percent: Rational) => wholeUnits(percent, total) >= BigInt(required);
  if (attains(least) !== attains(most)) return { percentAtDeadline: null, willAttain: 'UNKNOWN' };
  const rounding = compare(least, most) === 0 ? 'NEAREST' : 'DOWN';
  return {
    percentAtDeadline: printDecimal(least, rounding, keepsSidesOf(HUNDRED, basis.target)),
    willAttain: attains(least) ? 'YES' : 'NO',
  };
}

function carriedPercent(course: Course, basis: PaceBasis): Rational {
  const yearsLeft = rational(basis.yearsInAll - basis.yearsElapsed);
  const carried = add(course.to, multiply(observedPerYear(course, basis), yearsLeft));
  return smaller(HUNDRED, larger(ZERO, carried));
}

function wholeUnits(percent: Rational, total: number): bigint {
  return floor(multiply(percent, rational(total, 100)));
}
