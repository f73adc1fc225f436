import { unwrapResolverError } from '@apollo/server/errors';
import { type GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, Kind } from 'graphql';
import type { UserError } from '../errors/user-error';
import type { Act } from './record-act';

type Payload = { readonly userErrors?: readonly UserError[] } | null | undefined;

/** What mutations refused as data, by the context of their request: a client that does not select it hides nothing. */
const refusedAsData = new WeakMap<object, Act[]>();

export function isForbidden(error: unknown): boolean {
  const cause = unwrapResolverError(error) as { extensions?: { code?: unknown } } | null;
  return cause?.extensions?.code === 'FORBIDDEN';
}

/** Has each mutation note what it refuses in its `userErrors`. */
export function noteRefusedPayloads(schema: GraphQLSchema): void {
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve as GraphQLFieldResolver<unknown, object>;
    field.resolve = async (source, args, context: object, info) => {
      const payload = (await resolve(source, args, context, info)) as Payload;
      if (payload?.userErrors?.some(({ code }) => code === 'FORBIDDEN')) note(context, name);
      return payload;
    };
  }
}

function note(context: object, what: string): void {
  refusedAsData.set(context, [...(refusedAsData.get(context) ?? []), { action: 'REFUSED', what }]);
}

/**
 * What an operation was refused: mutations that said so in their payloads, and fields that failed so, each by its name in
 * the schema, for a path has the names that the client chose.
 */
export function takeRefusals(context: object, errors: readonly GraphQLError[] = []): Act[] {
  const asData = refusedAsData.get(context) ?? [];
  refusedAsData.delete(context);
  const fields = errors.filter(isForbidden).flatMap(({ nodes = [] }) => nodes.slice(0, 1));
  const names = new Set(fields.flatMap((node) => (node.kind === Kind.FIELD ? node.name.value : [])));
  return [...asData, ...[...names].map((what) => ({ action: 'REFUSED', what }) as const)];
}
