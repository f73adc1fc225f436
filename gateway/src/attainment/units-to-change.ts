import type { Tally } from './counts';

/** How many units would have to change their result for another verdict: which ones is another question. */
export interface UnitsToChange {
  /** The smallest number of units that would have to be met besides: 0 where the target is attained. */
  readonly toAttain: number;
  /** Of those, how many the unknowns can be at most. */
  readonly toAttainFromUnknown: number;
  /** Of those, how many units that are not met must become so, whatever the unknowns turn out to be. */
  readonly toAttainFromNotMet: number;
  /** The smallest number of met units whose loss would lose the target; null while it is not attained. */
  readonly toLose: number | null;
}

/** @param required at least one of `total` */
export function countUnitsToChange({ met, unknown }: Tally, required: number): UnitsToChange {
  const toAttain = Math.max(0, required - met);
  const toAttainFromUnknown = Math.min(toAttain, unknown);
  return {
    toAttain,
    toAttainFromUnknown,
    toAttainFromNotMet: toAttain - toAttainFromUnknown,
    toLose: met >= required ? met - required + 1 : null,
  };
}
