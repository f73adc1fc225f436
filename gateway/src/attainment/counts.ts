/** Where figures come from. `MIXED` stands only over children of several real origins. */
export type Origin = 'RECORDED' | 'REPORTED' | 'PUBLISHED' | 'SYNTHETIC' | 'MIXED';

/** Why a unit has no result: rural-security's own words. */
export type UnknownReason =
  | 'NOT_STARTED'
  | 'IN_DRAFT'
  | 'AWAITING_APPRAISAL'
  | 'RETURNED'
  | 'ITEM_UNKNOWN'
  | 'NO_COMPARABLE_PREVIOUS_YEAR'
  | 'NOT_RESTATABLE'
  | 'WINDOW_OPEN'
  | 'NOT_PUBLISHED';

/** Units by what was appraised. Everything that was not appraised is `unknown`, never a failure. */
export interface Tally {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** The population: `met + notMet + unknown`. */
  readonly total: number;
}

/** What one unit reached in one assessment year. */
export interface Counts extends Tally {
  /** Below the province the reasons are not public: those of what was not appraised are NOT_PUBLISHED. */
  readonly unknownByReason: Readonly<Partial<Record<UnknownReason, number>>>;
  /** Null where it is not public. */
  readonly selfAssessedMet: number | null;
  /** ISO day of the map on which the units were counted. */
  readonly countedOn: string;
  readonly origin: Origin;
}

export function appraisedCount({ met, notMet }: Tally): number {
  return met + notMet;
}

/** @throws RangeError unless all four are whole, none is negative and the parts make up the total. */
export function assertTally({ met, notMet, unknown, total }: Tally): void {
  const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0;
  if ([met, notMet, unknown, total].every(isCount) && met + notMet + unknown === total) return;
  throw new RangeError(
    `expected whole counts with met + notMet + unknown = total, got ${met} + ${notMet} + ${unknown} and ${total}`,
  );
}

/**
 * Whether two years' counts lie on one line: a series breaks where the origin changes.
 * `MIXED` does not say of what, so it is comparable with nothing, not even with itself.
 */
export function isOneSeries(a: Counts, b: Counts): boolean {
  return a.origin === b.origin && a.origin !== 'MIXED';
}
