import {
  divide,
  larger,
  parsePercent,
  percentPoints,
  printDecimal,
  rational,
  requiredCount,
  subtract,
  ZERO,
} from '@tieuchi/subgraph-kit';
import { rateBounds } from './bounds';
import { appraisedCount, type Counts, type Tally } from './counts';
import { yearOf } from './iso-day';
import type { PaceBasis } from './pace-basis';
import { describePaceSinceBaseline, type PaceSinceBaseline } from './pace-since-baseline';
import { shortfall } from './shortfall';
import type { Target } from './target';

/** What is still to be done; with unknowns the most that it can be. Null from the due year on. */
export interface PaceUntilDue {
  /** Percentage points a year from the year asked about to the due year, decimal string. */
  readonly requiredPerYear: string | null;
  /** Units a year of the population of the year asked about, rounded up to whole ones. */
  readonly unitsPerYear: number | null;
}

/** The figures since the baseline are all null without a comparable baseline before the year asked about. */
export interface Pace extends PaceUntilDue, Nullable<PaceSinceBaseline> {
  readonly baselineYear: number;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

const NO_BASELINE: Nullable<PaceSinceBaseline> = {
  baselinePercent: null,
  expectedPercent: null,
  leadPoints: null,
  neededPerYearFromBaseline: null,
  observedPerYear: null,
  ratio: null,
  populationChanged: null,
};

/** Null without a population and when nothing is appraised. Source: linear, a convention of this project. */
export function computePace(year: number, counts: Counts, target: Target, basis: PaceBasis | null): Pace | null {
  if (appraisedCount(counts) === 0) return null;
  return {
    baselineYear: target.baselineYear,
    ...(basis === null ? NO_BASELINE : describePaceSinceBaseline(basis)),
    ...describePaceUntilDue(counts, target, yearOf(target.due) - year),
  };
}

function describePaceUntilDue(tally: Tally, target: Target, yearsLeft: number): PaceUntilDue {
  const bounds = rateBounds(tally);
  if (yearsLeft < 1 || bounds === null) return { requiredPerYear: null, unitsPerYear: null };
  const percent = parsePercent(target.percent);
  const missing = larger(ZERO, subtract(percentPoints(percent), bounds.lower));
  return {
    requiredPerYear: printDecimal(divide(missing, rational(yearsLeft)), tally.unknown === 0 ? 'NEAREST' : 'UP'),
    unitsPerYear: Math.ceil(shortfall(tally, requiredCount(percent, tally.total)) / yearsLeft),
  };
}
