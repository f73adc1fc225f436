import type { Percent } from './percent';

/**
 * Smallest whole number of units that satisfies "at least `targetPercent` of `total`". 70 % of 25 is 18.
 *
 * Source: the worked example for Thông tư 23/2012 (25 hamlets, 70 %: "at least 18"); 30 % of the 249 wards of
 * Thành phố Hồ Chí Minh is 75. That "at least" rounds up is an inference from the word "trở lên".
 */
export function requiredCount(targetPercent: Percent, total: number): number {
  // integers only: 0.7 * 25 is 17.499999999999996 in floating point
  return Number((targetPercent.hundredths * BigInt(total) + 9_999n) / 10_000n);
}
