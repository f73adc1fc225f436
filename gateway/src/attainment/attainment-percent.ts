import {
  compare,
  divide,
  HUNDRED,
  keepsSidesOf,
  multiply,
  type Percent,
  percentPoints,
  printDecimal,
  type Rational,
  type Rounding,
  ZERO,
} from '@tieuchi/subgraph-kit';
import { rateBounds } from './bounds';
import { appraisedCount, type Tally } from './counts';

/**
 * Actual % ÷ target %, the figure of official reports: 78 of 80 is "97.5 % of the target"; from the counts 6,250/8,014 it
 * is 97.49. With unknowns a lower bound, rounded down. Never "100" unless the target is attained.
 * Null without a target, for a target of 0, without a population and when nothing is appraised.
 *
 * Only for targets of "at least": a reduction has no such quotient, it passes null.
 * Source: the national report on new rural areas of January 2025 (78 % of 80 %: 97.5; 36.4 of 40: 91; 8.8 of 10: 88).
 */
export function attainmentPercent(tally: Tally, targetPercent: Percent | null): string | null {
  const bounds = rateBounds(tally);
  if (targetPercent === null || bounds === null || appraisedCount(tally) === 0) return null;
  return attainmentPercentOf(bounds.lower, targetPercent, tally.unknown === 0 ? 'NEAREST' : 'DOWN');
}

/** The same from a percentage that is already there, such as a published one. */
export function attainmentPercentOf(actual: Rational, targetPercent: Percent, rounding: Rounding): string | null {
  const target = percentPoints(targetPercent);
  if (compare(target, ZERO) === 0) return null;
  return printDecimal(divide(multiply(actual, HUNDRED), target), rounding, keepsSidesOf(HUNDRED));
}
