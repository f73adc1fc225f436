import type { ChangeRow } from './changes-content';

/** How many communes do not meet a content. */
export interface ContentCount {
  readonly number: number;
  readonly failing: number;
  /** Those of them that lack nothing else. */
  readonly alone: number;
}

/** The contents that communes lack, most first. */
export function countContents(rows: readonly Pick<ChangeRow, 'failing'>[]): ContentCount[] {
  const numbers = new Set(rows.flatMap(({ failing }) => failing));
  return [...numbers]
    .map((number) => {
      const lacking = rows.filter(({ failing }) => failing.includes(number));
      return { number, failing: lacking.length, alone: lacking.filter(({ failing }) => failing.length === 1).length };
    })
    .sort((a, b) => b.failing - a.failing || a.number - b.number);
}
