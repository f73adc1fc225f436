import { type ClassType, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Connection, createConnection } from './connection';

/** A page whose list is counted when that is asked for, because it costs a statement. */
export interface CountedPage<T> extends Connection<T> {
  count(): Promise<number>;
}

export interface ListShape<R, T> {
  /** The column that orders the list; it becomes the cursor. */
  keyOf(row: R): string;
  present(row: R): T;
  count(): Promise<number>;
}

/** Cuts a page out of rows that were read with one row more than asked. */
export function createCountedPage<R, T>(
  rows: readonly R[],
  first: number,
  { keyOf, present, count }: ListShape<R, T>,
): CountedPage<T> {
  const page = createConnection(rows, first, keyOf);
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: present(node) }));
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count };
}

/** The resolver of `totalCount` for a connection class whose pages count themselves. */
export function createTotalCountResolver<T>(connection: ClassType<Connection<T>>) {
  @Resolver(() => connection)
  class TotalCountResolver {
    @FieldResolver(() => Int)
    totalCount(@Root() page: CountedPage<T>): Promise<number> {
      return page.count();
    }
  }
  return TotalCountResolver;
}
