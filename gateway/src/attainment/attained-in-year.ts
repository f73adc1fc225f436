import { parsePercent } from '@tieuchi/subgraph-kit';
import { type Counts, isOneSeries } from './counts';
import type { Target } from './target';
import { judgeAttainment } from './verdict';

/**
 * The latest year before `year` in which the same target was certainly attained, on that year's own population.
 * Only years of the same origin count; null if there is none.
 */
export function findAttainedYear(year: number, series: ReadonlyMap<number, Counts>, target: Target): number | null {
  const now = series.get(year);
  if (now === undefined) return null;
  const percent = parsePercent(target.percent);
  const attainedYears = [...series]
    .filter(([earlier, counts]) => earlier < year && isOneSeries(counts, now))
    .filter(([, counts]) => judgeAttainment(counts, percent) === 'ATTAINED')
    .map(([earlier]) => earlier);
  return attainedYears.length === 0 ? null : Math.max(...attainedYears);
}
