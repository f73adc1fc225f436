import type { ExportColumn, ExportLayout } from '@tieuchi/schema';
import { SpeakingError } from '@tieuchi/subgraph-kit';

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
 * Which rows of all pages are laid out: all, or those that were asked for, in that order.
 * @param wanted keys of rows; null: all
 * @throws SpeakingError BAD_USER_INPUT for a key that no row has, or a layout whose rows have none
 */
export function pickRows(
  { rows: path, key, has }: Pick<ExportLayout, 'rows' | 'key' | 'has'>,
  pages: readonly Tree[],
  wanted: readonly string[] | null,
): readonly unknown[] {
  const rows = pages
    .flatMap((page) => (reach(page, path) as unknown[] | undefined) ?? [])
    .filter((row) => has === undefined || reach(row, has) != null);
  if (wanted === null) return rows;
  if (key === undefined) throw new SpeakingError('BAD_USER_INPUT', 'rows: this export has all its rows, or none.');
  const byKey = new Map(rows.map((row) => [String(reach(row, key)), row]));
  return wanted.map((one) => {
    const row = byKey.get(one);
    if (row === undefined) throw new SpeakingError('BAD_USER_INPUT', `rows: there is no row "${one.slice(0, 20)}".`);
    return row;
  });
}

/**
 * The rows of all pages as cells of text. Where figures are synthetic, a last column says where each row comes from.
 * @param pages the answers in their order, at least one
 * @param origins words for where figures come from
 * @param wanted keys of the rows that are asked for, in their order; null: all
 */
export function layOut(
  layout: ExportLayout,
  pages: readonly Tree[],
  origins: Readonly<Record<string, string>>,
  wanted: readonly string[] | null = null,
): Table {
  const { origin, columns } = layout;
  const rows = pickRows(layout, pages, wanted);
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
