import { divide, isAtLeast, larger, ONE, type Rational, rational, subtract, ZERO } from '@tieuchi/subgraph-kit';
import { type Course, extremeCourses, type PaceBasis } from './pace-basis';

/** By the ratio: at least 1, at least one half, at least 0, below 0. */
export type PaceClass = 'ON_TRACK' | 'BEHIND' | 'FAR_BEHIND' | 'REGRESSING';

export const HALF = rational(1, 2);

/** Percentage points a year on average since the baseline year. */
export function observedPerYear({ from, to }: Course, { yearsElapsed }: PaceBasis): Rational {
  return divide(subtract(to, from), rational(yearsElapsed));
}

/** Percentage points a year that lead from the baseline to the target in the due year; 0 where it is already reached. */
export function neededPerYear({ from }: Course, { target, yearsInAll }: PaceBasis): Rational {
  return divide(larger(ZERO, subtract(target, from)), rational(yearsInAll));
}

/**
 * Observed ÷ needed, linear: 88 → 93 in two years toward 99 in four is 10/11. Null when the baseline is at or above target.
 * It is monotone in either end of the course while the other stays, so its extremes lie at the ends of the bounds.
 * Source: a convention of this project; a compound rate would give another verdict for the same facts told as failures.
 */
export function paceRatio(course: Course, basis: PaceBasis): Rational | null {
  if (isAtLeast(course.from, basis.target)) return null;
  return divide(observedPerYear(course, basis), neededPerYear(course, basis));
}

export function classifyPace(ratio: Rational): PaceClass {
  if (isAtLeast(ratio, ONE)) return 'ON_TRACK';
  if (isAtLeast(ratio, HALF)) return 'BEHIND';
  return isAtLeast(ratio, ZERO) ? 'FAR_BEHIND' : 'REGRESSING';
}

/** The class that holds whatever the unknown units of both years turn out to be; null if there is no such class. */
export function certainPaceClass(basis: PaceBasis | null): PaceClass | null {
  if (basis === null) return null;
  const [first, ...others] = extremeCourses(basis).map((course) => {
    const ratio = paceRatio(course, basis);
    return ratio === null ? null : classifyPace(ratio);
  });
  return first !== undefined && others.every((other) => other === first) ? first : null;
}
