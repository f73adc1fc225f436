import type { ExportColumn, ExportLayout } from '@tieuchi/schema';

/** What an operation answered: a tree of JSON. */
export type Tree = Readonly<Record<string, unknown>>;

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the software made any of the figures. */
  readonly isSynthetic: boolean;
}

type Cell = (row: unknown, number: number) => string;

/** What is found under a path; undefined where the way ends before it. */
export function reach(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (found as Tree | null | undefined)?.[name], tree);
}

/**
 * The rows of all pages as cells of text. Where figures are synthetic, a last column says where each row comes from.
 * @param pages the answers in their order, at least one
 * @param origins words for where figures come from
 */
export function layOut(
  { rows: path, origin, columns }: ExportLayout,
  pages: readonly Tree[],
  origins: Readonly<Record<string, string>>,
): Table {
  const rows = pages.flatMap((page) => (reach(page, path) as unknown[] | undefined) ?? []);
  const originOf = (row: unknown) => {
    if (origin === undefined) return undefined;
    return origin.startsWith('$.') ? reach(pages[0], origin.slice(2)) : reach(row, origin);
  };
  const isSynthetic = rows.some((row) => originOf(row) === 'SYNTHETIC');
  const cells = columns.flatMap((column) => spread(column, rows));
  if (isSynthetic) cells.push(['nguon_so_lieu', (row) => print(originOf(row), origins)]);
  return {
    headings: cells.map(([heading]) => heading),
    rows: rows.map((row, index) => cells.map(([, cell]) => cell(row, index + 1))),
    isSynthetic,
  };
}

/** A column, or one for each number that an element of its list has in any row. */
function spread(
  { heading, value, each, number = '', words }: ExportColumn,
  rows: readonly unknown[],
): [string, Cell][] {
  if (each === undefined) {
    return [[heading, (row, place) => (value === '#' ? String(place) : print(reach(row, value), words))]];
  }
  const elementsOf = (row: unknown) => (reach(row, each) as unknown[] | undefined) ?? [];
  const numbers = new Set(rows.flatMap((row) => elementsOf(row).map((element) => Number(reach(element, number)))));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((wanted) => [
      `${heading}${wanted}`,
      (row) => {
        const element = elementsOf(row).find((one) => reach(one, number) === wanted);
        return print(reach(element, value), words);
      },
    ]);
}

function print(value: unknown, words: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => print(one, words)).join(', ');
  return words[String(value)] ?? String(value);
}
