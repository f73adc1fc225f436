import { QuotaVerdict } from './quota-enums';
import type { QuotaStanding } from './quota-standing';

/** A standing with its place: equal places are equal, and the next place counts them all (1, 1, 3). */
export type RankedStanding = QuotaStanding & {
  readonly rank: number;
  /** How many units share the place, itself among them. */
  readonly tied: number;
};

/**
 * Units in the order of wards that are missing, then of the allowance that is used, never of a percent. Only certain
 * verdicts have a place.
 */
export function rankStandings(standings: readonly QuotaStanding[]): RankedStanding[] {
  const certain = standings.filter(({ verdict }) => verdict !== QuotaVerdict.UNDECIDED);
  // the sort is stable: units of one place stay in the order of the rule
  const ordered = [...certain].sort(compareStandings);
  return ordered.map((standing) => ({
    ...standing,
    rank: ordered.findIndex((other) => compareStandings(other, standing) === 0) + 1,
    tied: ordered.filter((other) => compareStandings(other, standing) === 0).length,
  }));
}

/** Where a number is asked instead of a share there is no allowance, and units that miss the same are equal. */
function compareStandings(a: QuotaStanding, b: QuotaStanding): number {
  if (a.shortfall !== b.shortfall) return a.shortfall - b.shortfall;
  return (a.allowanceUsed ?? 0) - (b.allowanceUsed ?? 0);
}
