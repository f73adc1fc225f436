/** An exact fraction; `denominator` is positive. Not reduced: compare with `compare`, never field by field. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError when the denominator is zero. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const above = BigInt(numerator);
  const below = BigInt(denominator);
  if (below === 0n) throw new RangeError(`expected a denominator other than 0, got ${above}/0`);
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below };
}

export const ZERO = rational(0);
export const ONE = rational(1);
export const HUNDRED = rational(100);

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below 0, 0 or above 0 as `a` is smaller than, equal to or larger than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isAtLeast(a: Rational, b: Rational): boolean {
  return compare(a, b) >= 0;
}

export function smaller(a: Rational, b: Rational): Rational {
  return isAtLeast(a, b) ? b : a;
}

export function larger(a: Rational, b: Rational): Rational {
  return isAtLeast(a, b) ? a : b;
}

/** Largest whole number that is not above the fraction, also for negative ones: −1/2 gives −1. */
export function floor({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Smallest whole number that is not below the fraction. */
export function ceiling({ numerator, denominator }: Rational): bigint {
  return -floor({ numerator: -numerator, denominator });
}
