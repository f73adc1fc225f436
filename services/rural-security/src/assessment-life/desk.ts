import type { Day } from '@tieuchi/subgraph-kit';
import type { IndicatorRule, ItemRule, Measures } from '../judging/rule';
import type { Revision } from './revision';

export type EvidencePolicy = 'REQUIRED' | 'OPTIONAL' | 'REFERENCE_ONLY' | 'NONE';

export interface DeskItem {
  readonly number: number;
  readonly rule: ItemRule;
  readonly evidencePolicy: EvidencePolicy;
}

/** All that a step is decided on: the rules of the year, the unit, and what is recorded of it. */
export interface Desk {
  readonly indicatorId: string;
  readonly year: number;
  readonly rule: IndicatorRule;
  readonly items: readonly DeskItem[];
  readonly countedOn: Day;
  readonly windowFrom: Day;
  /** Later is late. */
  readonly submitBy: Day;
  readonly unitId: string;
  /** Null before the first step. */
  readonly current: Revision | null;
  /** Who entered what the unit says of itself, in any revision. */
  readonly authors: readonly string[];
  /** Appraised measures of the year before, and of the base year that a rule names; null where there are none. */
  readonly before: Measures | null;
  readonly base: Measures | null;
  /** Whether the unit had the same land in the year before. */
  readonly isComparable: boolean;
}
