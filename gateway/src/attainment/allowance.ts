import { type Percent, requiredCount } from '@tieuchi/subgraph-kit';

/**
 * How many units may miss while the target is still reached: 0 of 85 and 4 of 452 at 99 %.
 * This, not the percentage, makes provinces of different size comparable. Source: a convention of this project.
 */
export function allowance(targetPercent: Percent, total: number): number {
  return total - requiredCount(targetPercent, total);
}
