import type { RowFilter } from '../address/address';
import type { CommuneRow } from '../data/page-content';
import type { Part } from '../page/chosen-place';

type Keeps<Row> = (row: Row) => boolean;

/** Quick filters of a table of provinces or districts. */
export const PART_FILTERS: Readonly<Partial<Record<RowFilter, Keeps<Part>>>> = {
  short: ({ attainment }) => (attainment?.shortfallIfUnknownsPass ?? 0) > 0,
  undecided: ({ attainment }) => attainment?.verdict === 'UNDECIDED',
};

/** What filters read of a commune. */
interface ResultRow {
  readonly assessment: Pick<NonNullable<CommuneRow['assessment']>, 'verdict' | 'unknownReason'> | null;
  readonly details: CommuneRow['details'];
}

/** Quick filters of a table of communes. */
export const COMMUNE_FILTERS: Readonly<Partial<Record<RowFilter, Keeps<ResultRow>>>> = {
  'not-met': ({ assessment }) => assessment?.verdict === 'NOT_MET',
  'one-missing': ({ assessment, details }) => assessment?.verdict === 'NOT_MET' && details?.missingItems === 1,
  unknown: ({ assessment }) => assessment?.verdict === 'UNKNOWN',
  unsent: ({ assessment }) => assessment?.unknownReason === 'NOT_STARTED' || assessment?.unknownReason === 'IN_DRAFT',
  returned: ({ assessment }) => assessment?.unknownReason === 'RETURNED',
  late: ({ details }) => details?.late === true,
};

/** A filter with how many rows it keeps. */
export interface CountedFilter {
  readonly only: RowFilter;
  readonly count: number;
}

/** The filters that keep some row, and the one that is chosen. */
export function countFilters<Row>(
  rows: readonly Row[],
  filters: Readonly<Partial<Record<RowFilter, Keeps<Row>>>>,
  chosen: RowFilter | null,
): CountedFilter[] {
  return (Object.keys(filters) as RowFilter[])
    .map((only) => ({ only, count: keep(rows, filters, only).length }))
    .filter(({ only, count }) => count > 0 || only === chosen);
}

/** A filter that a table does not have keeps every row. */
export function keep<Row>(
  rows: readonly Row[],
  filters: Readonly<Partial<Record<RowFilter, Keeps<Row>>>>,
  only: RowFilter | null,
): readonly Row[] {
  const keeps = only && filters[only];
  return keeps ? rows.filter(keeps) : rows;
}
