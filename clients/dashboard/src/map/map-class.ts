import type { FiguresFragment } from '../data/operations.generated';

/** How a province is coloured. The target is a border of classes: what has reached it never looks like what has not. */
export type MapClass = 'reached' | 'below-1' | 'below-2' | 'below-3' | 'undecided' | 'no-data';

/** Percentage points below the target at which the next class begins: a choice of ours, the same for every view. */
export const BELOW_TARGET_POINTS = [1, 3] as const;

/** Null stands for a unit whose counts did not arrive. */
export function mapClassOf(
  attainment: Pick<FiguresFragment, 'verdict' | 'ratePercent' | 'targetPercent'> | null,
): MapClass {
  if (!attainment) return 'no-data';
  const { verdict, ratePercent, targetPercent } = attainment;
  if (verdict === 'ATTAINED') return 'reached';
  if (verdict === 'UNDECIDED') return 'undecided';
  if (verdict !== 'NOT_ATTAINED' || ratePercent === null || targetPercent === null) return 'no-data';
  const below = Number(targetPercent) - Number(ratePercent);
  if (below <= BELOW_TARGET_POINTS[0]) return 'below-1';
  return below <= BELOW_TARGET_POINTS[1] ? 'below-2' : 'below-3';
}
