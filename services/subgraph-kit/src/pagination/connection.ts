import { crc32 } from 'node:zlib';
import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { SpeakingError } from '../errors/speaking-error';

const LARGEST_PAGE = 500;

@ObjectType({ description: 'Where a page lies in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field({ description: 'Whether more nodes follow.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on an empty page.' })
  endCursor!: string | null;
}

export interface Connection<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

/** A Relay connection class for a node type; `totalCount` is the resolver's to add, because counting costs a statement. */
export function createConnectionClass<T extends object>(node: ClassType<T>, name: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: 'A node of the list with its place.' })
  class Edge {
    @Field({ description: 'The place of the node, to be passed as `after`. Opaque; stays valid while the list grows.' })
    cursor!: string;

    @Field(() => node, { description: 'The same as in `nodes`.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: 'A page of a list. `nodes` is enough where no cursor of a single node is needed.',
  })
  class NodeConnection implements Connection<T> {
    @Field(() => [node], { description: 'At most `first` of them, those after `after`.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The same page, each node with its cursor.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether and from where the list goes on.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'All nodes of the list, not only those of this page.' })
    totalCount!: number;
  }
  return NodeConnection as ClassType<Connection<T>>;
}

/**
 * Cuts a page out of rows that were read with one row more than asked.
 * @param keyOf the column that orders the list; it becomes the opaque cursor
 */
export function createConnection<T>(rows: readonly T[], first: number, keyOf: (row: T) => string): Connection<T> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  return { nodes, edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** What `first` says of itself in the graph, and what `checkPageSize` holds it to. */
export const PAGE_SIZE_ARGUMENT = { description: `Nodes on a page: 1 to ${LARGEST_PAGE}, else PAGE_TOO_LARGE.` };

/** What `after` says of itself in the graph, and what `decodeCursor` holds it to. */
export const PAGE_START_ARGUMENT = {
  nullable: true,
  description:
    'The cursor that the page begins after: `pageInfo.endCursor` of the page before; null for the first page. BAD_USER_INPUT for another text.',
};

/** @throws SpeakingError PAGE_TOO_LARGE outside 1–500 */
export function checkPageSize(first: number): number {
  if (first >= 1 && first <= LARGEST_PAGE) return first;
  if (first < 1)
    throw new SpeakingError('BAD_USER_INPUT', `first: ${first} – a page holds 1 to ${LARGEST_PAGE} nodes.`);
  throw new SpeakingError(
    'PAGE_TOO_LARGE',
    `first: ${first} – a page holds 1 to ${LARGEST_PAGE} nodes; go on with after.`,
  );
}

/** With a checksum: a cursor that lost or changed a letter on its way would begin some other page and nobody would see it. */
function encodeCursor(key: string): string {
  return Buffer.from(`${crc32(key).toString(36)} ${key}`).toString('base64url');
}

/** @throws SpeakingError BAD_USER_INPUT for a cursor that no page gave out */
export function decodeCursor(cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const key = text.slice(text.indexOf(' ') + 1);
  // PostgreSQL takes no NUL in a text
  if (encodeCursor(key) === cursor && key !== '' && !key.includes('\0')) return key;
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `after: "${cursor}" is not a cursor of this list; take pageInfo.endCursor.`,
  );
}
