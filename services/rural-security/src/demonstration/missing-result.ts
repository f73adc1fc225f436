import { drawUniform, sortByDraw } from '@tieuchi/subgraph-kit';
import { type DemonstrationCommune, type DemonstrationYear, groupBy } from './demonstration-commune';

/** Why a commune has no appraised result. NOT_STARTED leaves no row at all. */
export type MissingReason = 'NOT_STARTED' | 'AWAITING_APPRAISAL' | 'RETURNED' | 'ITEM_UNKNOWN';

/** Upper ends of the reasons' parts of [0, 1): 45, 20, 15 and 20 %. */
const REASON_ENDS: readonly (readonly [MissingReason, number])[] = [
  ['NOT_STARTED', 0.45],
  ['AWAITING_APPRAISAL', 0.65],
  ['RETURNED', 0.8],
  ['ITEM_UNKNOWN', 1],
];

const FULL_PROVINCES = 40;
const SOME_GAPS_PROVINCES = 16;
const SOME_GAPS_SHARE = 0.013;
const MANY_GAPS_SHARE = 0.048;

/** Reporting became more complete over the years. */
const YEAR_FACTORS: Readonly<Record<DemonstrationYear, number>> = { 2021: 2, 2022: 1.6, 2023: 1.3, 2024: 1, 2025: 1 };

/** Gaps come in clusters: a district that is behind lacks several communes, though not all of a large district. */
const MISSING_PER_DISTRICT = 4;

/** The share of communes without a result that each province has in an ordinary year, 0 to 0.048, by province code. */
export function dealMissingShares(provinceCodes: readonly string[]): Map<string, number> {
  const ordered = sortByDraw(provinceCodes, (code) => ['complete', code]);
  return new Map(ordered.map((code, place) => [code, missingShare(place)]));
}

function missingShare(place: number): number {
  if (place < FULL_PROVINCES) return 0;
  return place < FULL_PROVINCES + SOME_GAPS_PROVINCES ? SOME_GAPS_SHARE : MANY_GAPS_SHARE;
}

/**
 * Communes of one province that have no result in that year.
 * At least one where the province has gaps at all; fewer than the share says where its districts are too few to hold them.
 */
export function pickMissing(
  communes: readonly DemonstrationCommune[],
  share: number,
  year: DemonstrationYear,
): DemonstrationCommune[] {
  if (share === 0) return [];
  const count = Math.max(1, Math.floor(share * YEAR_FACTORS[year] * communes.length + 0.5));
  const districts = groupBy(communes, ({ districtCode }) => districtCode);
  return sortByDraw([...districts.keys()], (district) => ['late', district, year])
    .flatMap((district) =>
      sortByDraw(districts.get(district) ?? [], ({ code }) => ['latec', code, year]).slice(0, MISSING_PER_DISTRICT),
    )
    .slice(0, count);
}

export function drawMissingReason(code: string, year: DemonstrationYear): MissingReason {
  const draw = drawUniform('reason', code, year);
  const found = REASON_ENDS.find(([, end]) => draw < end);
  return found ? found[0] : 'ITEM_UNKNOWN';
}
