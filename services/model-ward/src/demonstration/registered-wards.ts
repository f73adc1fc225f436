import { sortByDraw } from '@tieuchi/subgraph-kit';
import { type DemonstrationWard, groupBy, WARDS_WITH_PUBLISHED_RESULT } from './demonstration-ward';
import { dealRegistrationCounts, isCity2023 } from './registration-count';

/** The wards that registered, by code. */
export function pickRegisteredWards(wards: readonly DemonstrationWard[]): DemonstrationWard[] {
  const eligible = wards.filter(({ code }) => !WARDS_WITH_PUBLISHED_RESULT.has(code));
  const byProvince = groupBy(eligible, ({ provinceCode }) => provinceCode);
  const counts = dealRegistrationCounts(new Map([...byProvince].map(([code, members]) => [code, members.length])));
  return [...byProvince]
    .flatMap(([code, members]) =>
      (isCity2023(code) ? dealOverDistricts(members) : byHash(members)).slice(0, counts.get(code)),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * One ward of every district, then a second of every district, and so on: the rule of December 2023 asks for one in each
 * district-level unit with wards, so that a city is short only where its number is below that of its districts.
 */
function dealOverDistricts(wards: readonly DemonstrationWard[]): DemonstrationWard[] {
  const byDistrict = groupBy(wards, ({ districtCode }) => districtCode);
  const districts = sortByDraw([...byDistrict.keys()], (district) => ['ward-district', district]);
  const rounds = districts.flatMap((district) =>
    byHash(byDistrict.get(district) ?? []).map((ward, round) => ({ ward, round })),
  );
  // the sort is stable: within a round the order of the districts stays
  return rounds.sort((a, b) => a.round - b.round).map(({ ward }) => ward);
}

function byHash(wards: readonly DemonstrationWard[]): DemonstrationWard[] {
  return sortByDraw(wards, ({ code }) => ['ward', code]);
}
