/**
 * A ward (phường) of 31 Dec 2022, with the codes of that day's map, that still was a ward under the same code on
 * 30 Jun 2025. That an equal code is the same ward is an assumption; a caller who knows of one that ceased leaves it out.
 */
export interface DemonstrationWard {
  readonly code: string;
  readonly districtCode: string;
  readonly provinceCode: string;
}

/**
 * Real wards with published results (Tân Chánh Hiệp in Quận 12, Hải Châu I, Điện Biên in Ba Đình): theirs stay as
 * published, and nothing is made up about them.
 */
export const WARDS_WITH_PUBLISHED_RESULT: ReadonlySet<string> = new Set(['26776', '20236', '00019']);

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
