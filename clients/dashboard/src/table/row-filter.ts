import type { RowFilter } from '../address/address';
import type { CommuneNode } from '../data/page-content';
import type { Part } from '../page/chosen-place';

type Keeps<Row> = (row: Row) => boolean;

/** Quick filters of a table of provinces or districts. */
export const PART_FILTERS: Readonly<Partial<Record<RowFilter, Keeps<Part>>>> = {
  short: ({ attainment }) => (attainment?.shortfallIfUnknownsPass ?? 0) > 0,
  undecided: ({ attainment }) => attainment?.verdict === 'UNDECIDED',
};

/** Quick filters of a table of communes. */
export const COMMUNE_FILTERS: Readonly<Partial<Record<RowFilter, Keeps<CommuneNode>>>> = {
  'not-met': ({ assessment }) => assessment?.verdict === 'NOT_MET',
  unknown: ({ assessment }) => assessment?.verdict === 'UNKNOWN',
};

/** A filter that a table does not have keeps every row. */
export function keep<Row>(
  rows: readonly Row[],
  filters: Readonly<Partial<Record<RowFilter, Keeps<Row>>>>,
  only: RowFilter | null,
): readonly Row[] {
  const keeps = only && filters[only];
  return keeps ? rows.filter(keeps) : rows;
}
