import {
  columnFilteringFeature,
  constructTable,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { Address } from '../address/address';
import { fold } from '../words/formats';
import type { Column, Named } from './column';
import { compareValues } from './compare-values';

/** Rows on one page of a table. */
export const ROWS_PER_PAGE = 25;

export interface Arranged<Row> {
  /** Those of the page, in order. */
  readonly rows: readonly Row[];
  /** All that fit the filters, in order: what a file of this view holds. */
  readonly fitting: readonly Row[];
  readonly page: number;
  readonly pages: number;
  /** The column in whose order the rows are, and its direction; null: as the API lists them. */
  readonly sort: { readonly id: string; readonly desc: boolean } | null;
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  rowPaginationFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
});

/**
 * Rows as the address wants them: those whose name or code holds the text that is looked for, sorted, and of these a page.
 * A page beyond the last is the last.
 */
export function arrange<Row extends Named>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { sort, find, page }: Pick<Address, 'sort' | 'find' | 'page'>,
  rowsPerPage = ROWS_PER_PAGE,
): Arranged<Row> {
  const sorting = sortOf(sort, columns);
  const wanted = fold(find);
  const table = constructTable<typeof features, Row>({
    features,
    data: [...rows],
    columns: columns.map((column) => ({
      id: column.id,
      accessorFn: (row: Row) => column.sortValue(row) ?? undefined,
      sortUndefined: 'last' as const,
      sortFn: (a, b) => compareValues(a.getValue(column.id), b.getValue(column.id)),
    })),
    getColumnCanGlobalFilter: ({ id }) => id === 'code',
    globalFilterFn: ({ original }) => fold(`${original.code} ${original.fullName}`).includes(wanted),
    initialState: {
      sorting: sorting ? [sorting] : [],
      globalFilter: wanted === '' ? undefined : wanted,
      pagination: { pageIndex: page - 1, pageSize: rowsPerPage },
    },
  });
  const fitting = table.getSortedRowModel().rows.map(({ original }) => original);
  const pages = Math.max(1, Math.ceil(fitting.length / rowsPerPage));
  if (page > pages) table.setPageIndex(pages - 1);
  return {
    rows: table.getRowModel().rows.map(({ original }) => original),
    fitting,
    page: Math.min(page, pages),
    pages,
    sort: sorting,
  };
}

/** "-met" is `met`, falling; a column that the table does not have is none. */
function sortOf<Row>(sort: string | null, columns: readonly Column<Row>[]) {
  const id = sort?.replace(/^-/, '');
  return columns.some((column) => column.id === id) ? { id: id as string, desc: sort?.startsWith('-') === true } : null;
}
