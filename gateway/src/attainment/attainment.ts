import type { Caution } from './caution';
import type { Origin } from './counts';
import type { Pace } from './pace';
import type { PaceStatus } from './pace-status';
import type { Projection } from './projection';
import type { PrintedBounds } from './rate-percent';
import type { UnitsToChange } from './units-to-change';
import type { AttainmentVerdict } from './verdict';

/** Where a unit stands against its target in one assessment year. Decimals are strings; counts are units. */
export interface Attainment {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly total: number;
  readonly countedOn: string;
  readonly ratePercent: string | null;
  readonly bounds: PrintedBounds | null;
  readonly targetPercent: string | null;
  /** This and the next five are null without a target and without a population. */
  readonly requiredCount: number | null;
  readonly allowance: number | null;
  readonly surplus: number | null;
  readonly shortfall: number | null;
  readonly shortfallIfUnknownsPass: number | null;
  readonly unitsToChange: UnitsToChange | null;
  readonly verdict: AttainmentVerdict;
  /** Null without a target. */
  readonly duePassed: boolean | null;
  readonly attainmentPercent: string | null;
  /** Like each function here computed when it is asked for, as GraphQL does for a field of its name. */
  readonly pace: () => Pace | null;
  readonly paceStatus: PaceStatus | null;
  /** With `LOST`: the latest earlier year in which the target was attained. Else null. */
  readonly attainedInYear: number | null;
  readonly projection: () => Projection | null;
  readonly caution: () => Caution;
  readonly origin: Origin;
  readonly method: Method;
}

/** Which formulas made the answer; a change that can change an answer raises the version. */
export interface Method {
  readonly id: string;
  readonly version: string;
}
