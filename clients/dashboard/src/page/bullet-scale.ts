import type { DetailFragment } from '../data/operations.generated';

export interface BulletScale {
  /** Place of a percentage, in units of the picture. */
  toX(percent: number): number;
  readonly ticks: readonly number[];
}

/**
 * One scale for all bars, from a round percentage below everything that is drawn to 100: rates lie close to their target.
 * @param width of 100 percent
 */
export function bulletScale(
  attainments: readonly Pick<DetailFragment, 'bounds' | 'targetPercent'>[],
  width: number,
): BulletScale {
  const drawn = attainments.flatMap(({ bounds, targetPercent }) => [bounds?.lowerPercent, targetPercent]);
  const lowest = Math.min(...drawn.flatMap((percent) => (percent == null ? [] : [Number(percent)])), 99);
  const step = lowest >= 90 ? 2 : lowest >= 75 ? 5 : 20;
  const from = Math.max(0, Math.floor((lowest - step / 4) / step) * step);
  const ticks: number[] = [];
  for (let tick = from; tick <= 100; tick += step) ticks.push(tick);
  return { ticks, toX: (percent) => Math.max(0, ((percent - from) / (100 - from)) * width) };
}
