import { isAtLeast } from '@tieuchi/subgraph-kit';
import { exactPercent } from './computed-percent';
import { readPrinted } from './printed-decimal';

/**
 * Whether the counts reach a percentage, exactly: 114 of 116 do not reach 99, however they are rounded.
 * @param percent "99"
 * @returns null without a total
 */
export function reachesPercent(met: number, total: number | null, percent: string): boolean | null {
  const exact = exactPercent(met, total);
  return exact && isAtLeast(exact, readPrinted(percent).value);
}
