import { printDecimal, rational } from '@tieuchi/subgraph-kit';
import { appraisedCount, type Tally } from './counts';

/** For readers of small numbers; never part of a verdict. */
export interface Caution {
  /** Decimal strings; null when nothing is appraised. */
  readonly wilsonLowPercent: string | null;
  readonly wilsonHighPercent: string | null;
  readonly smallDenominator: boolean;
}

const SMALL_DENOMINATOR = 10;
// the 97.5th percentile of the normal distribution, in millionths
const Z = 1_959_964n;
const MILLION = 1_000_000n;
// decimal places of the root: far more than are printed
const ROOT_SCALE = 10n ** 12n;

/**
 * Wilson score interval of 95 % over the appraised units, rounded outward; `smallDenominator` for a population below 10.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function describeCaution(tally: Tally): Caution {
  const smallDenominator = tally.total < SMALL_DENOMINATOR;
  const appraised = appraisedCount(tally);
  if (appraised === 0) return { wilsonLowPercent: null, wilsonHighPercent: null, smallDenominator };
  const [low, high] = wilsonInterval(BigInt(tally.met), BigInt(appraised));
  return { wilsonLowPercent: printDecimal(low, 'DOWN'), wilsonHighPercent: printDecimal(high, 'UP'), smallDenominator };
}

/** In percent: (2m + z² ∓ z·√(z² + 4m(n − m)/n)) ÷ 2(n + z²). */
function wilsonInterval(met: bigint, appraised: bigint) {
  const zz = Z * Z;
  const one = MILLION * MILLION;
  const underRoot = zz + (4n * met * (appraised - met) * one) / appraised;
  const middle = (2n * met * one + zz) * ROOT_SCALE;
  const halfWidth = Z * integerRoot(underRoot * ROOT_SCALE * ROOT_SCALE);
  const divisor = 2n * (appraised * one + zz) * ROOT_SCALE;
  return [rational(100n * (middle - halfWidth), divisor), rational(100n * (middle + halfWidth), divisor)] as const;
}

/** Largest whole number whose square is not above `square`, by Newton's iteration from above. */
function integerRoot(square: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
