import { useEffect, useState } from 'preact/hooks';

/** A page of a list, and whether and from where it goes on. */
export interface ListPage<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Row> {
  /** Of all pages that were asked for. */
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  more(): Promise<void>;
}

/** The pages after the first, as they are asked for. A page that is not answered can be asked for again. */
export function usePages<Row>(
  first: ListPage<Row> | null,
  load: (after: string) => Promise<ListPage<Row> | null | undefined>,
): Pages<Row> {
  const [pages, setPages] = useState<readonly ListPage<Row>[]>([]);
  useEffect(() => setPages(first ? [first] : []), [first]);
  const { hasNextPage = false, endCursor = null } = pages.at(-1)?.pageInfo ?? {};
  return {
    rows: pages.flatMap(({ nodes }) => nodes),
    hasMore: hasNextPage,
    async more() {
      const page = await load(endCursor ?? '').catch(() => null);
      if (page) setPages([...pages, page]);
    },
  };
}
