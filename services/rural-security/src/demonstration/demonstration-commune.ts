/** A rural commune (xã) of 30 Jun 2025: statistics-office codes with leading zeros, on the map of that day. */
export interface DemonstrationCommune {
  readonly code: string;
  readonly districtCode: string;
  readonly provinceCode: string;
}

/** The communes of the closing map are counted in every year: all were rural communes with the same code in 2022. */
export const DEMONSTRATION_YEARS = [2021, 2022, 2023, 2024, 2025] as const;

export type DemonstrationYear = (typeof DEMONSTRATION_YEARS)[number];

/** The day on whose map the communes of every demonstration year are counted. */
export const DEMONSTRATION_COUNTED_ON = '2025-06-30';

/** To be said wherever the series is shown. */
export const DEMONSTRATION_SERIES_NOTE = 'chuỗi mô phỏng tính trên 7.692 xã của địa giới 30/6/2025';

/**
 * Xã Song Tử Tây and xã Sinh Tồn (Trường Sa): nothing is made up about them. They have no row in any year, count as
 * unknown and in the total, and answer with {@link NO_SYNTHETIC_RESULT_REASON}. (Hoàng Sa has no commune.)
 */
export const COMMUNES_WITHOUT_SYNTHETIC_RESULT: ReadonlySet<string> = new Set(['22737', '22739']);

/** Why a commune of {@link COMMUNES_WITHOUT_SYNTHETIC_RESULT} has no result. */
export const NO_SYNTHETIC_RESULT_REASON = 'không tạo số liệu mô phỏng';

/** The text key of a commune in a year. */
export function communeYear(code: string, year: DemonstrationYear): string {
  return `${code}/${year}`;
}

/** The elements by their key, groups and elements in the order of the input. */
export function groupBy<T>(list: readonly T[], keyOf: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const element of list) {
    const group = groups.get(keyOf(element));
    if (group) group.push(element);
    else groups.set(keyOf(element), [element]);
  }
  return groups;
}
