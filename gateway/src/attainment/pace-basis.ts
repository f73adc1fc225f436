import { parsePercent, percentPoints, type Rational } from '@tieuchi/subgraph-kit';
import { type Bounds, rateBounds } from './bounds';
import { appraisedCount, type Counts, isOneSeries } from './counts';
import { yearOf } from './iso-day';
import type { Target } from './target';

/** Two points of one series and the way from the baseline year to the due year, in assessment years. */
export interface PaceBasis {
  readonly baselineCounts: Counts;
  readonly baseline: Bounds;
  readonly counts: Counts;
  readonly now: Bounds;
  readonly target: Rational;
  /** From the baseline year to the year asked about, at least 1. */
  readonly yearsElapsed: number;
  /** From the baseline year to the due year, at least 1. */
  readonly yearsInAll: number;
}

/** What the rate was in the baseline year and what it is in the year asked about, each within its bounds. */
export interface Course {
  readonly from: Rational;
  readonly to: Rational;
}

/**
 * Null where no pace can be told: the year asked about is the baseline year or an earlier one, either year has no
 * population or nothing appraised, the origin differs, or the target is due no later than the baseline year.
 */
export function findPaceBasis(year: number, series: ReadonlyMap<number, Counts>, target: Target): PaceBasis | null {
  const yearsElapsed = year - target.baselineYear;
  const yearsInAll = yearOf(target.due) - target.baselineYear;
  const baselineCounts = series.get(target.baselineYear);
  const counts = series.get(year);
  if (yearsElapsed < 1 || yearsInAll < 1 || !baselineCounts || !counts) return null;
  const baseline = appraisedBounds(baselineCounts);
  const now = appraisedBounds(counts);
  if (baseline === null || now === null || !isOneSeries(baselineCounts, counts)) return null;
  const points = percentPoints(parsePercent(target.percent));
  return { baselineCounts, baseline, counts, now, target: points, yearsElapsed, yearsInAll };
}

/** Null where nothing is appraised, as it is without a population: such a year has no place on a line. */
function appraisedBounds(counts: Counts): Bounds | null {
  return appraisedCount(counts) === 0 ? null : rateBounds(counts);
}

/** The least progress that the unknown units leave possible. */
export function leastCourse({ baseline, now }: PaceBasis): Course {
  return { from: baseline.upper, to: now.lower };
}

/** The most progress that the unknown units leave possible. */
export function mostCourse({ baseline, now }: PaceBasis): Course {
  return { from: baseline.lower, to: now.upper };
}

/** All four combinations of the bounds: whatever holds in each of them holds for the truth (see `paceRatio`). */
export function extremeCourses({ baseline, now }: PaceBasis): readonly Course[] {
  return [baseline.lower, baseline.upper].flatMap((from) => [now.lower, now.upper].map((to) => ({ from, to })));
}
