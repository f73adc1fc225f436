/**
 * A rate with two decimals at least unless it is whole, as sentences print it: "98.9" is "98.90", "98.999" and "100" stay.
 * Figures for programs have just the digits that they need.
 */
export function rateDigits(decimal: string): string {
  return decimal.replace(/\.(\d)$/, '.$10');
}
