import { floor, type Rational, rational } from '@tieuchi/subgraph-kit';

const FORM = /^(\d+)(?:\.(\d+))?$/;

/** A number as it was printed: its value, and how many decimals it has. */
export interface PrintedDecimal {
  readonly value: Rational;
  readonly places: number;
}

/**
 * Reads "71.4": 357/5 with one decimal.
 * @throws RangeError for a sign, a comma, or anything else that is not digits with at most one point
 */
export function readPrinted(text: string): PrintedDecimal {
  const [, whole, fraction = ''] = FORM.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`expected a number such as "71.4", got "${text}"`);
  return { value: rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length)), places: fraction.length };
}

/** A value that is not below 0, with so many decimals, halves up. */
export function roundTo({ numerator, denominator }: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  return rational(floor(rational(2n * numerator * scale + denominator, 2n * denominator)), scale);
}
