import type { Origin } from '../counts';

/**
 * What rural-security carries for one unit, as it stands in the `Ledger` scalar: two lines of JSON, first what all units of
 * the answer have in common, then its own. Arrays instead of objects, because 63 of them travel with every national
 * overview.
 */
export interface LedgerText {
  readonly common: CommonText;
  readonly own: OwnText;
}

export interface CommonText {
  readonly origin: Origin;
  /** All counting days, in the order of time; elsewhere a day is its index here. */
  readonly calendar: readonly string[];
  /** By counting day how many states of the map are loaded up to it: equal numbers, equal units to count. */
  readonly states: readonly number[];
  /** Counting days whose map is not loaded exactly: another loaded state stands in. Left out where all are exact. */
  readonly inexact?: readonly number[];
  /** Elsewhere an indicator is its index here. */
  readonly indicators: readonly LedgerIndicator[];
}

export interface OwnText {
  /** The unit with its kind, in Vietnamese, on the map of the request; left out for the country. */
  readonly place?: string;
  /** Whether what was not appraised is counted without its reasons; left out where whoever asks may see them. */
  readonly unpublished?: boolean;
  /** The counting days whose units this unit groups on the map of the request. */
  readonly days: readonly number[];
  readonly tallies?: readonly LedgerTally[];
  /** Of each indicator the one that holds first; the others to ask for by their version. */
  readonly targets?: readonly LedgerTarget[];
}

export type LedgerIndicator = readonly [
  id: string,
  /** The default one first; null where no units are counted. Elsewhere a population is its index here. */
  populations: readonly string[] | null,
  words: LedgerWords,
  /** Null where no year is assessed. */
  dayByYear: Readonly<Record<string, number>> | null,
  /** Years that are judged by another criteria set than the year before. */
  newSets: readonly number[] | null,
  /** Years whose window has not ended. */
  openYears: readonly number[] | null,
];

/** What the criteria set prints, and what is counted. */
export type LedgerWords = readonly [number: string, nounVi: string, nounEn: string];

/** Ends at the last count that is not 0. */
export type LedgerTally = readonly [
  indicator: number,
  population: number,
  year: number,
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
  indicator: number,
  percent: string,
  due: string,
  source: string,
  version: string,
  baselineYear: number,
  inherited: boolean,
];

/** The common line of the ledger that was read last: those of one answer share it, and 63 in a row are read. */
let last: { readonly line: string; readonly common: CommonText } | null = null;

export function parseLedger(text: string): LedgerText {
  const end = text.indexOf('\n');
  const line = text.slice(0, end);
  if (last?.line !== line) last = { line, common: JSON.parse(line) as CommonText };
  return { common: last.common, own: JSON.parse(text.slice(end + 1)) as OwnText };
}
