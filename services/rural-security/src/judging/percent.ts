/** A percentage from 0 to 100 in whole hundredths of a percent: 87.5 % is 8,750n. */
export interface Percent {
  readonly hundredths: bigint;
}

const SHAPE = /^(\d{1,3})(?:\.(\d{1,2}))?$/;
export const HUNDRED_PERCENT = 10_000n;

/**
 * Reads "70", "87.5" or "99.25".
 * @throws RangeError for any other text, for more than two decimals and for more than 100
 */
export function parsePercent(text: string): Percent {
  const [, whole, fraction = ''] = SHAPE.exec(text) ?? [];
  const hundredths = whole === undefined ? null : BigInt(whole + fraction.padEnd(2, '0'));
  if (hundredths === null || hundredths > HUNDRED_PERCENT) {
    throw new RangeError(
      `expected a percentage from 0 to 100 with at most two decimals, such as "87.5", got "${text}"`,
    );
  }
  return { hundredths };
}

/**
 * Smallest whole number that satisfies "at least `percent` of `whole`". 70 % of 25 is 18.
 * Source: the worked example for Thông tư 23/2012 (25 hamlets, 16 recognised: not met, "at least 18").
 */
export function requiredCount({ hundredths }: Percent, whole: number): number {
  // integers only: 0.7 * 25 is 17.499999999999996 in floating point
  return Number((hundredths * BigInt(whole) + HUNDRED_PERCENT - 1n) / HUNDRED_PERCENT);
}

/**
 * Largest whole number that is fewer than `base` by at least `percent`. 5 % fewer than 119 allows 113.
 * Of 0 it is 0: where there was nothing to reduce, nothing new is allowed (inference; no source says it).
 */
export function allowedCount({ hundredths }: Percent, base: number): number {
  return Number((BigInt(base) * (HUNDRED_PERCENT - hundredths)) / HUNDRED_PERCENT);
}
