import { drawUniform, sortByDraw } from '@tieuchi/subgraph-kit';
import type { DemonstrationYear } from './demonstration-commune';

/** How a province fares over the years: A reaches the target, B nearly, C is slow, D had reached it and lost it. */
type Profile = 'A' | 'B' | 'C' | 'D';

export interface ProvinceProfile {
  readonly provinceCode: string;
  readonly profile: Profile;
  /** The draw sets this province's shares of failing communes 0.7 to 1.3 times as high as its profile's. */
  readonly multiplier: number;
  /** Nothing was sent in 2021. */
  readonly silentIn2021: boolean;
}

/** Provinces per profile, 63 in all. */
const PROFILE_SIZES: readonly (readonly [Profile, number])[] = [
  ['A', 27],
  ['B', 20],
  ['C', 10],
  ['D', 6],
];

/** Failing communes in hundredths of a percent, 2021 to 2025. */
const FAILING_SHARES: Readonly<Record<Profile, Readonly<Record<DemonstrationYear, number>>>> = {
  A: { 2021: 500, 2022: 320, 2023: 160, 2024: 60, 2025: 0 },
  B: { 2021: 650, 2022: 500, 2023: 360, 2024: 220, 2025: 90 },
  C: { 2021: 700, 2022: 560, 2023: 480, 2024: 400, 2025: 270 },
  D: { 2021: 300, 2022: 70, 2023: 0, 2024: 90, 2025: 220 },
};

const SILENT_PLACES: ReadonlySet<number> = new Set([5, 40]);

/**
 * Deals the profiles to the provinces by hash: what a province is known for must not show in its demonstration data,
 * and whatever regional differences result are accidental. Provinces beyond the 63rd get the last profile.
 */
export function dealProfiles(provinceCodes: readonly string[]): ProvinceProfile[] {
  const profiles = PROFILE_SIZES.flatMap(([profile, size]) => new Array<Profile>(size).fill(profile));
  return sortByDraw(provinceCodes, (code) => ['profile', code]).map((provinceCode, place) => ({
    provinceCode,
    profile: profiles[place] ?? 'D',
    multiplier: 0.7 + 0.6 * drawUniform('mult', provinceCode),
    silentIn2021: SILENT_PLACES.has(place),
  }));
}

/** How many of a province's communes fail in that year. */
export function failingCount(
  { profile, multiplier }: ProvinceProfile,
  communes: number,
  year: DemonstrationYear,
): number {
  const count = Math.floor((FAILING_SHARES[profile][year] * multiplier * communes) / 10_000 + 0.5);
  if (year !== 2025) return count;
  // the closing year keeps the promise of the profile: A stays within the 1 % that QĐ 926 allows, the others do not
  return profile === 'A' ? Math.min(count, Math.floor(communes / 100)) : Math.max(count, 1);
}
