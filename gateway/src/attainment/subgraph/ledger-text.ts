import type { Origin } from '../counts';

/**
 * What rural-security carries for one unit, as it stands in the `Ledger` scalar: arrays instead of objects, because 63 of
 * them travel with every national overview.
 */
export interface LedgerText {
  /** The unit with its kind, in Vietnamese, on the map of the request; left out for the country. */
  readonly place?: string;
  readonly origin: Origin;
  /** All counting days, in the order of time; elsewhere a day is its index here. */
  readonly calendar: readonly string[];
  /** By counting day how many states of the map are loaded up to it: equal numbers, equal units to count. */
  readonly states: readonly number[];
  /** Whether what was not appraised is counted without its reasons; left out where whoever asks may see them. */
  readonly unpublished?: boolean;
  /** The counting days whose units this unit groups on the map of the request. */
  readonly days: readonly number[];
  /** Counting days whose map is not loaded exactly: another loaded state stands in. Left out where all are exact. */
  readonly inexact?: readonly number[];
  /** By indicator the years whose window has not ended; left out where all have. */
  readonly open?: Readonly<Record<string, readonly number[]>>;
  readonly indicators: Readonly<Record<string, LedgerIndicator>>;
}

/** One that is not assessed in any year ends after its words. */
export type LedgerIndicator = readonly [
  /** The default one first; null where no units are counted. */
  populations: readonly string[] | null,
  words: LedgerWords,
  dayByYear?: Readonly<Record<string, number>>,
  tallies?: Readonly<Record<string, Readonly<Record<string, LedgerTally>>>> | null,
  /** The one that holds first; the others to ask for by their version. */
  targets?: readonly LedgerTarget[] | null,
  /** Years that are judged by another criteria set than the year before. */
  newSets?: readonly number[] | null,
];

/** What the criteria set prints, and what is counted. */
export type LedgerWords = readonly [number: string, nounVi: string, nounEn: string];

/** Ends at the last count that is not 0. */
export type LedgerTally = readonly [
  total?: number,
  met?: number,
  notMet?: number,
  inDraft?: number,
  awaitingAppraisal?: number,
  returned?: number,
  itemUnknown?: number,
  noComparableYear?: number,
  selfAssessedMet?: number,
  unplaced?: number,
];

export type LedgerTarget = readonly [
  percent: string,
  due: string,
  source: string,
  version: string,
  baselineYear: number,
  inherited: boolean,
];
