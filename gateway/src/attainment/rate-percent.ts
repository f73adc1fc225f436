import {
  HUNDRED,
  keepsSidesOf,
  type Percent,
  percentPoints,
  printDecimal,
  type Rational,
  type Rounding,
} from '@tieuchi/subgraph-kit';
import { rateBounds } from './bounds';
import { appraisedCount, type Tally } from './counts';

export interface PrintedBounds {
  readonly lowerPercent: string;
  readonly upperPercent: string;
}

/**
 * Share of the population that met, in percent; with unknowns it is a lower bound ("at least") and rounds down.
 * Null without a population, and when nothing is appraised: then 0 would be a claim that nobody made.
 *
 * The printed value stays on the exact value's side of the target: 7,615/7,692 against 99 % prints 98.999, not 99.
 * @param bounds printed, of the same tally
 */
export function ratePercent(tally: Tally, bounds: PrintedBounds | null): string | null {
  return appraisedCount(tally) === 0 ? null : (bounds?.lowerPercent ?? null);
}

/** Printed bounds contain the exact ones; without unknowns both are the rate, rounded to the nearest. */
export function rateBoundsPercent(tally: Tally, targetPercent: Percent | null): PrintedBounds | null {
  const bounds = rateBounds(tally);
  if (bounds === null) return null;
  if (tally.unknown === 0) {
    const percent = printRate(bounds.lower, 'NEAREST', targetPercent);
    return { lowerPercent: percent, upperPercent: percent };
  }
  return {
    lowerPercent: printRate(bounds.lower, 'DOWN', targetPercent),
    upperPercent: printRate(bounds.upper, 'UP', targetPercent),
  };
}

/** Two decimals, more until the value is on its own side of the target; "100" only if it is 100, "0" only if it is 0. */
export function printRate(rate: Rational, rounding: Rounding, targetPercent: Percent | null): string {
  const thresholds = targetPercent === null ? [HUNDRED] : [HUNDRED, percentPoints(targetPercent)];
  return printDecimal(rate, rounding, keepsSidesOf(...thresholds));
}
