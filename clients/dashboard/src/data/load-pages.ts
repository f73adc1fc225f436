import type { Fault } from './answer';

export interface Loaded<Row> {
  /** Null where a page was not answered: a list with holes would pass for a whole one. */
  readonly rows: readonly Row[] | null;
  readonly faults: readonly Fault[];
}

/** A page of a list, and whether and from where it goes on. */
interface ListPage<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** As many as a page may hold. */
export const PAGE_SIZE = 500;

/** All rows of a list, page by page. */
export async function loadPages<Row>(
  askPage: (after: string | null) => Promise<{ page: ListPage<Row> | null | undefined; faults: readonly Fault[] }>,
): Promise<Loaded<Row>> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { page, faults } = await askPage(after);
    if (!page || faults.length > 0) return { rows: null, faults };
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { rows, faults: [] };
    after = page.pageInfo.endCursor;
  }
}
