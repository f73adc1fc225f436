import { ceiling, compare, floor, isAtLeast, type Rational, rational, ZERO } from './rational';

/** `NEAREST` takes halves away from zero, as official reports do. */
export type Rounding = 'DOWN' | 'UP' | 'NEAREST';

/** Whether the shown value says the same as the exact one. It must hold for `shown = value`. */
export type IsFaithful = (shown: Rational, value: Rational) => boolean;

const FEWEST_PLACES = 2;

/**
 * Prints with two decimals and, until `isFaithful` holds, with more; "." as the mark and no trailing zeros: "97.5", "100".
 */
export function printDecimal(value: Rational, rounding: Rounding, isFaithful: IsFaithful = keepsSign): string {
  for (let places = FEWEST_PLACES; ; places++) {
    const scale = 10n ** BigInt(places);
    const scaled = round(rational(value.numerator * scale, value.denominator), rounding);
    // a finite decimal is shown exactly sooner or later, any other one comes as close as is needed
    if (isFaithful(rational(scaled, scale), value)) return printScaled(scaled, places);
  }
}

/** A value that is not zero is never shown as zero. */
export function keepsSign(shown: Rational, value: Rational): boolean {
  return compare(shown, ZERO) === compare(value, ZERO);
}

/** On its own side of each threshold: what is below is shown below, what reaches it is shown as reaching it. */
export function keepsSidesOf(...thresholds: readonly Rational[]): IsFaithful {
  return (shown, value) =>
    keepsSign(shown, value) &&
    thresholds.every((threshold) => isAtLeast(shown, threshold) === isAtLeast(value, threshold));
}

function round(value: Rational, rounding: Rounding): bigint {
  if (rounding === 'DOWN') return floor(value);
  if (rounding === 'UP') return ceiling(value);
  const { numerator, denominator } = value;
  const size = numerator < 0n ? -numerator : numerator;
  const nearest = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -nearest : nearest;
}

function printScaled(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
