import type { Day } from '@tieuchi/subgraph-kit';
import type { YearOfCriteria } from '../criteria/criteria-sets';
import type { Revision } from './revision';

/** First and last day; null without one in the maps that are loaded. */
export interface WardLife {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** All that a step is decided on: the criteria of the year, the ward, and what is recorded of it. */
export interface Desk {
  /** Of the year that the step is about. */
  readonly criteria: YearOfCriteria;
  readonly unitId: string;
  /** On which days the unit is a ward. */
  readonly wardLife: WardLife;
  /** The first day of the first year that a criteria set holds for. */
  readonly pilotFrom: Day;
  /** Null before the first step. */
  readonly current: Revision | null;
  /** The day of the revocation or withdrawal that a registration would follow; null where neither was the last step. */
  readonly endedOn: Day | null;
  /** Who entered what the ward says of itself for the year that it is scored for, in any revision. */
  readonly authors: readonly string[];
}
