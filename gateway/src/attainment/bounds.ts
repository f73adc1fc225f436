import { type Rational, rational } from '@tieuchi/subgraph-kit';
import type { Tally } from './counts';

/** Between which percentages the rate lies, exactly. */
export interface Bounds {
  /** All unknown units fail. */
  readonly lower: Rational;
  /** All unknown units pass. */
  readonly upper: Rational;
}

/** Null without a population. Without unknowns both bounds are the rate itself. */
export function rateBounds({ met, unknown, total }: Tally): Bounds | null {
  if (total === 0) return null;
  return { lower: rational(100 * met, total), upper: rational(100 * (met + unknown), total) };
}
