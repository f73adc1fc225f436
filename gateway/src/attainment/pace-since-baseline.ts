import {
  add,
  isAtLeast,
  keepsSidesOf,
  multiply,
  ONE,
  printDecimal,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '@tieuchi/subgraph-kit';
import { type Course, leastCourse, mostCourse, type PaceBasis } from './pace-basis';
import { certainPaceClass, HALF, neededPerYear, observedPerYear, paceRatio } from './pace-ratio';
import { printRate } from './rate-percent';

/**
 * Percentages and percentage points as decimal strings. With unknowns all figures belong to one course, the least progress
 * that is certain; a figure is null where its sign (of the ratio: its class) depends on the unknown units.
 */
export interface PaceSinceBaseline {
  readonly baselinePercent: string;
  /** Where the straight line from the baseline to the target stands in the year asked about. */
  readonly expectedPercent: string;
  readonly leadPoints: string | null;
  /** "0" for a baseline at or above target. */
  readonly neededPerYearFromBaseline: string | null;
  readonly observedPerYear: string | null;
  /** `observedPerYear ÷ neededPerYearFromBaseline`; null also for a baseline at or above target. */
  readonly ratio: string | null;
  readonly populationChanged: boolean;
}

export function describePaceSinceBaseline(basis: PaceBasis): PaceSinceBaseline {
  const least = leastCourse(basis);
  const most = mostCourse(basis);
  const isExact = basis.counts.unknown === 0 && basis.baselineCounts.unknown === 0;
  const down = isExact ? 'NEAREST' : 'DOWN';
  const up = isExact ? 'NEAREST' : 'UP';
  const isNeedCertain = isAtLeast(least.from, basis.target) === isAtLeast(most.from, basis.target);
  const ratio = certainPaceClass(basis) === null ? null : paceRatio(least, basis);
  const printIfCertain = (figure: (course: Course, basis: PaceBasis) => Rational) =>
    isAtLeast(figure(least, basis), ZERO) === isAtLeast(figure(most, basis), ZERO)
      ? printDecimal(figure(least, basis), down)
      : null;
  return {
    baselinePercent: printRate(least.from, up, null),
    expectedPercent: printRate(expectedPercent(least, basis), up, null),
    leadPoints: printIfCertain(leadPoints),
    neededPerYearFromBaseline: isNeedCertain ? printDecimal(neededPerYear(least, basis), down) : null,
    observedPerYear: printIfCertain(observedPerYear),
    ratio: ratio === null ? null : printDecimal(ratio, down, keepsSidesOf(HALF, ONE)),
    populationChanged: basis.counts.total !== basis.baselineCounts.total,
  };
}

/** The line ends at the target: from the due year on, and from a baseline above it, the target itself is expected. */
function expectedPercent(course: Course, basis: PaceBasis): Rational {
  const { target, yearsElapsed, yearsInAll } = basis;
  if (yearsElapsed >= yearsInAll || isAtLeast(course.from, target)) return target;
  return add(course.from, multiply(neededPerYear(course, basis), rational(yearsElapsed)));
}

function leadPoints(course: Course, basis: PaceBasis): Rational {
  return subtract(course.to, expectedPercent(course, basis));
}
