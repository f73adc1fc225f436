import {
  COMMUNES_WITHOUT_SYNTHETIC_RESULT,
  communeYear,
  DEMONSTRATION_YEARS,
  type DemonstrationCommune,
  type DemonstrationYear,
  groupBy,
} from './demonstration-commune';
import { drawStrengths, pickWeakest } from './failing-communes';
import { dealMissingShares, drawMissingReason, type MissingReason, pickMissing } from './missing-result';
import { dealProfiles, failingCount, type ProvinceProfile } from './province-profile';

/** What stands at the end for a commune in a year. */
export type Outcome = 'MET' | 'NOT_MET' | MissingReason;

/** A commune's outcome of one year. */
export interface CommuneOutcome {
  /** {@link communeYear} of the two. */
  readonly key: string;
  readonly code: string;
  readonly year: DemonstrationYear;
  readonly outcome: Outcome;
}

/** The outcome of every commune in every year, by {@link communeYear}. The order of the communes does not matter. */
export function dealOutcomes(communes: readonly DemonstrationCommune[]): Map<string, CommuneOutcome> {
  const byProvince = groupBy(communes, ({ provinceCode }) => provinceCode);
  const provinceCodes = [...byProvince.keys()];
  const missingShares = dealMissingShares(provinceCodes);
  const outcomes = new Map<string, CommuneOutcome>();
  for (const profile of dealProfiles(provinceCodes)) {
    const ofProvince = byProvince.get(profile.provinceCode) ?? [];
    const missingShare = missingShares.get(profile.provinceCode) ?? 0;
    for (const outcome of provinceOutcomes(ofProvince, profile, missingShare)) {
      outcomes.set(outcome.key, outcome);
    }
  }
  return outcomes;
}

function provinceOutcomes(
  communes: readonly DemonstrationCommune[],
  profile: ProvinceProfile,
  missingShare: number,
): CommuneOutcome[] {
  const strengths = new Map(communes.map(({ code }) => [code, drawStrengths(code)]));
  return DEMONSTRATION_YEARS.flatMap((year) => {
    const missing = missingReasons(communes, profile, missingShare, year);
    const failing = pickWeakest(
      communes.filter(({ code }) => !missing.has(code)),
      failingCount(profile, communes.length, year),
      (code) => strengths.get(code)?.get(year) ?? 0,
    );
    return communes.map(({ code }) => ({
      key: communeYear(code, year),
      code,
      year,
      outcome: missing.get(code) ?? (failing.has(code) ? 'NOT_MET' : 'MET'),
    }));
  });
}

/**
 * Why communes of the province have no result. Trường Sa's come on top of the province's share: they are in every
 * count that a share or a rate is taken of, and only with them as unknown does the published digest come out.
 */
function missingReasons(
  communes: readonly DemonstrationCommune[],
  { silentIn2021 }: ProvinceProfile,
  missingShare: number,
  year: DemonstrationYear,
): Map<string, MissingReason> {
  // a province without any data has no rows: an ITEM_UNKNOWN there would have been appraised
  if (year === 2021 && silentIn2021) return new Map(communes.map(({ code }) => [code, 'NOT_STARTED']));
  const reasons = new Map<string, MissingReason>();
  for (const { code } of pickMissing(communes, missingShare, year)) reasons.set(code, drawMissingReason(code, year));
  for (const { code } of communes) if (COMMUNES_WITHOUT_SYNTHETIC_RESULT.has(code)) reasons.set(code, 'NOT_STARTED');
  return reasons;
}
