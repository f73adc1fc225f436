import { HUNDRED, keepsSidesOf, multiply, printDecimal, type Rational, rational } from '@tieuchi/subgraph-kit';

/** 100 · met / total, exact; null without a total, or with 0. */
export function exactPercent(met: number, total: number | null): Rational | null {
  return total === null || total === 0 ? null : multiply(HUNDRED, rational(met, total));
}

/**
 * The same with two decimals, halves up: 69 of 70 is "98.57". More only where it would print 100 and is not, as rates do
 * everywhere here: 99,999 of 100,000 is "99.999".
 */
export function computedPercent(met: number, total: number | null): string | null {
  const percent = exactPercent(met, total);
  return percent && printDecimal(percent, 'NEAREST', keepsSidesOf(HUNDRED));
}
