import { sortByDraw } from '@tieuchi/subgraph-kit';
import type { CommuneOutcome } from './assessment-outcome';
import { DEMONSTRATION_YEARS } from './demonstration-commune';

/** What happened to a result after it was recorded, and what the commune had thought of itself. */
export interface Amendments {
  /** Recorded with the opposite verdict first, then corrected; keys as in `CommuneOutcome`. */
  readonly corrected: ReadonlySet<string>;
  /** Confirmed as met, then revoked: the verdict is NOT_MET from then on. */
  readonly revoked: ReadonlySet<string>;
  /** Assessed itself as met, and is NOT_MET at the end. */
  readonly overrated: ReadonlySet<string>;
}

const CORRECTED_SHARE = 0.015;
/** Of the corrections, those from met to not met. */
const CORRECTED_DOWN_SHARE = 2 / 3;
const OVERRATED_SHARE = 0.4;
const REVOKED_PER_YEAR = 3;

/**
 * Deals corrections, revocations and self-assessments to the final results, so that the totals hold exactly.
 *
 * A revoked commune counts as NOT_MET at the end: three of a year's failing communes, of those that had assessed themselves
 * as met, were confirmed first. The corrections are 1.5 % of the results of *all* years together: two thirds of 1.5 % of
 * one year's results would be more than all the failing communes of 2025.
 */
export function dealAmendments(outcomes: Iterable<CommuneOutcome>): Amendments {
  const all = [...outcomes];
  const met = all.filter(({ outcome }) => outcome === 'MET');
  const failing = all.filter(({ outcome }) => outcome === 'NOT_MET');
  const overrated = DEMONSTRATION_YEARS.flatMap((year) => {
    const ofYear = failing.filter((outcome) => outcome.year === year);
    return sortByTag('self', ofYear).slice(0, round(OVERRATED_SHARE * ofYear.length));
  });
  const revoked = DEMONSTRATION_YEARS.flatMap((year) => {
    const ofYear = overrated.filter((outcome) => outcome.year === year);
    return sortByTag('revoked', ofYear).slice(0, REVOKED_PER_YEAR);
  });
  const revokedKeys = keysOf(revoked);
  const corrections = round(CORRECTED_SHARE * (met.length + failing.length));
  const down = round(CORRECTED_DOWN_SHARE * corrections);
  const correctable = failing.filter(({ key }) => !revokedKeys.has(key));
  const corrected = [
    ...sortByTag('corrected', correctable).slice(0, down),
    ...sortByTag('corrected', met).slice(0, corrections - down),
  ];
  return { corrected: keysOf(corrected), revoked: revokedKeys, overrated: keysOf(overrated) };
}

function sortByTag(tag: string, outcomes: readonly CommuneOutcome[]): CommuneOutcome[] {
  return sortByDraw(outcomes, ({ code, year }) => [tag, code, year]);
}

function keysOf(outcomes: readonly CommuneOutcome[]): Set<string> {
  return new Set(outcomes.map(({ key }) => key));
}

function round(count: number): number {
  return Math.floor(count + 0.5);
}
