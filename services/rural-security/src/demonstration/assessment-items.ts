import { drawUniform } from '@tieuchi/subgraph-kit';
import type { Verdict } from './assessment-revision';
import type { DemonstrationYear } from './demonstration-commune';

interface WeightedItem {
  readonly number: number;
  readonly weight: number;
}

interface ItemSet {
  readonly size: number;
  /**
   * The items that demonstration data may show as failing. Never a failure of State security, mass complaints or
   * residents' crime beside the name of a real commune: content 2, 3, 4 (and 8) of HD 04, phrase 1, 2, 3 of QĐ 318.
   */
  readonly canFail: readonly WeightedItem[];
  /** Items "kiềm chế, giảm so với năm trước", which cannot be judged without a comparable previous year. */
  readonly comparesYears: readonly number[];
}

/** HD 04/HD-BCA-V05 of 18 Mar 2024: eight contents. */
const EIGHT_CONTENTS: ItemSet = {
  size: 8,
  canFail: [
    { number: 1, weight: 15 },
    { number: 5, weight: 45 },
    { number: 6, weight: 25 },
    { number: 7, weight: 15 },
  ],
  comparesYears: [5, 6],
};

/**
 * The five phrases of 19.2 in QĐ 318/QĐ-TTg. Phrase 4 holds what contents 5 and 6 became, phrase 5 the model (content 7);
 * content 1 (resolution and plan) has no phrase.
 */
const FIVE_PHRASES: ItemSet = {
  size: 5,
  canFail: [
    { number: 4, weight: 70 },
    { number: 5, weight: 15 },
  ],
  comparesYears: [4],
};

/** The items of that year; null for 2021, of which the old set keeps the verdict only. */
const ITEM_SETS: Readonly<Record<DemonstrationYear, ItemSet | null>> = {
  2021: null,
  2022: FIVE_PHRASES,
  2023: FIVE_PHRASES,
  2024: EIGHT_CONTENTS,
  2025: EIGHT_CONTENTS,
};

/** Every item with the same verdict; `[]` in a year that has the verdict only. */
export function uniformItems(verdict: Verdict, year: DemonstrationYear): Verdict[] {
  return new Array<Verdict>(ITEM_SETS[year]?.size ?? 0).fill(verdict);
}

/** The items of a commune that failed: 80 % of them fail one item, 17 % two, 3 % three (at most two of the five phrases). */
export function failedItems(code: string, year: DemonstrationYear): Verdict[] {
  const items = uniformItems('MET', year);
  const pool = [...(ITEM_SETS[year]?.canFail ?? [])];
  const count = Math.min(drawFailingNumber(code, year), pool.length);
  for (let turn = 0; turn < count; turn += 1) {
    const place = drawPlace(pool, drawUniform('item', code, year, turn));
    for (const { number } of pool.splice(place, 1)) items[number - 1] = 'NOT_MET';
  }
  return items;
}

/** The items of a commune that was appraised without a comparable previous year: one of those that compare is unknown. */
export function incomparableItems(code: string, year: DemonstrationYear): Verdict[] {
  const items = uniformItems('MET', year);
  const candidates = ITEM_SETS[year]?.comparesYears ?? [];
  const unknown = candidates[Math.floor(drawUniform('incomparable', code, year) * candidates.length)];
  if (unknown !== undefined) items[unknown - 1] = 'UNKNOWN';
  return items;
}

function drawFailingNumber(code: string, year: DemonstrationYear): number {
  const draw = drawUniform('nf', code, year);
  if (draw < 0.8) return 1;
  return draw < 0.97 ? 2 : 3;
}

/** The place in the pool that a draw from [0, 1) falls on, by weight. */
function drawPlace(pool: readonly WeightedItem[], draw: number): number {
  let rest = draw * pool.reduce((sum, { weight }) => sum + weight, 0);
  const place = pool.findIndex(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return place < 0 ? pool.length - 1 : place;
}
