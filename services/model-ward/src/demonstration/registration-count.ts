import { sortByDraw } from '@tieuchi/subgraph-kit';

/** Wards that each centrally-run city of 2023 registers. The published ones: Hà Nội 15 (tienphong.vn, Dec 2023). */
const CITY_COUNTS: ReadonlyMap<string, number> = new Map([
  ['01', 15],
  ['31', 9],
  ['48', 3],
  ['79', 30],
  ['92', 6],
]);

/** Bà Rịa – Vũng Tàu 2 and Bình Phước 1. */
const FIXED_COUNTS: ReadonlyMap<string, number> = new Map([
  ['70', 1],
  ['77', 2],
]);

/** What the other 56 provinces register, most first. With the fixed ones 30×1, 15×2, 7×3, 4×4 and 2×6: 109 wards. */
const DEALT_COUNTS: readonly number[] = [
  ...new Array<number>(2).fill(6),
  ...new Array<number>(4).fill(4),
  ...new Array<number>(7).fill(3),
  ...new Array<number>(14).fill(2),
  ...new Array<number>(29).fill(1),
];

/**
 * How many wards each province registers: 172 in 63 provinces, as printed in December 2023 (nhandan.vn post786895).
 * Which of the 56 provinces gets which number is dealt by hash; one with too few wards leaves a number to the next.
 * @param available wards that can be registered, by province code
 */
export function dealRegistrationCounts(available: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map([...CITY_COUNTS, ...FIXED_COUNTS].filter(([code]) => available.has(code)));
  const waiting = sortByDraw(
    [...available.keys()].filter((code) => !counts.has(code)),
    (code) => ['wards', code],
  );
  for (const count of DEALT_COUNTS) {
    const place = waiting.findIndex((code) => (available.get(code) ?? 0) >= count);
    for (const code of place < 0 ? [] : waiting.splice(place, 1)) counts.set(code, count);
  }
  return counts;
}

/** Whether the province was one of the five centrally-run cities of 2023. */
export function isCity2023(provinceCode: string): boolean {
  return CITY_COUNTS.has(provinceCode);
}
