import type {
  CountedWardsQuery,
  PilotWardsQuery,
  WardResultQuery,
  WardScorecardQuery,
} from '../../data/operations.generated';
import type { CommuneNamed } from '../listed-unit';

export type PilotWardNode = NonNullable<PilotWardsQuery['modelWards']>['nodes'][number];
export type CountedWard = NonNullable<CountedWardsQuery['quotaWards']>['nodes'][number];
export type Ward = NonNullable<WardResultQuery['commune']>;
export type Scorecard = NonNullable<NonNullable<WardScorecardQuery['commune']>['modelWard']>;
export type Criterion = Scorecard['criteria'][number];

/** Whether a ward counts under the rule that is shown; null where the reader may not see it. */
export type Counting = Pick<CountedWard, 'counts' | 'reason' | 'sentence'> | null;

/** A ward of the list. */
export interface WardRow extends CommuneNamed {
  readonly id: string;
  /** As it stands in the address. */
  readonly ward: string;
  readonly modelWard: PilotWardNode['modelWard'];
  readonly counting: Counting;
}

/** The ward whose scorecard is open. */
export interface OpenWard {
  /** As the address says it. */
  readonly ward: string;
  /** Null where there is none with that code, or it was not answered. */
  readonly result: Ward | null;
  /** Null where the reader may not see it, and where nothing is recorded. */
  readonly scorecard: Scorecard | null;
  readonly counting: Counting;
}

/** The pilot wards of the place, and the scorecard of one. */
export interface WardsContent {
  readonly tab: 'wards';
  /** Null where the reader may not see the list. */
  readonly rows: readonly WardRow[] | null;
  /** Title of the rule by which wards count; null where none can be checked. */
  readonly ruleTitle: string | null;
  readonly open: OpenWard | null;
}
