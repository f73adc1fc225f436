import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import type { CaseIndicator } from './case-change.repository';

/** An indicator that compares numbers of cases with those of a base year. */
export interface ComparedIndicator extends CaseIndicator {
  readonly baselineYear: number;
}

/**
 * The indicator with that id, if it is one of numbers of cases.
 * @param path its place in an input; an argument of a field has none
 * @throws SpeakingError INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED
 */
export function checkCaseIndicator(
  indicatorId: string,
  indicators: readonly CaseIndicator[],
  path?: string,
): ComparedIndicator {
  const indicator = indicators.find(({ id }) => id === indicatorId);
  const known = indicators.filter(({ shape }) => shape === 'CASES').map(({ id }) => id);
  const inWords = `these compare numbers of cases: ${known.join(', ') || 'none'}`;
  if (!indicator) {
    throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId.slice(0, 60)}"; ${inWords}.`, { path });
  }
  const { baselineYear } = indicator;
  if (indicator.shape === 'CASES' && baselineYear !== null) return { ...indicator, baselineYear };
  const lack = indicator.shape === 'CASES' ? 'has no target with a base year' : 'does not compare numbers of cases';
  throw new SpeakingError('INDICATOR_NOT_COUNTED', `${indicatorId} ${lack}; ${inWords}.`, { path });
}

/** @throws SpeakingError YEAR_NOT_FOUND for a year before the first that is asked about, or one that has not begun */
export function checkCaseYear(
  year: number,
  { from, today }: { readonly from: number; readonly today: Day },
  path?: string,
): void {
  if (year < from) {
    throw new SpeakingError('YEAR_NOT_FOUND', `${year} is too early: the base year leaves ${from} and later.`, {
      path,
    });
  }
  if (year > Number(today.slice(0, 4))) {
    throw new SpeakingError('YEAR_NOT_FOUND', `${year} has not begun: nothing can be counted.`, { path });
  }
}
