import type { Percent } from '@tieuchi/subgraph-kit';

const HUNDRED_PERCENT = 10_000n;

/**
 * Largest whole number that is fewer than `base` by at least `percent`. 5 % fewer than 119 allows 113.
 * Of 0 it is 0: where there was nothing to reduce, nothing new is allowed (inference; no source says it).
 */
export function allowedCount({ hundredths }: Percent, base: number): number {
  return Number((BigInt(base) * (HUNDRED_PERCENT - hundredths)) / HUNDRED_PERCENT);
}
