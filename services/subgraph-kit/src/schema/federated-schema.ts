import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { applyFieldPolicies } from '../access/apply-field-policies';
import type { FieldPolicy } from '../access/field-policy';
import { asOfDirective } from '../as-of';
import { noteRefusedPayloads } from '../audit/refusals';
import { callMethodsDirectly, readPropertiesDirectly } from './direct-resolvers';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@interfaceObject", "@external", "@requires"])';

/** Finds what a reference of another subgraph names. `C` is the service's request context. */
export type ReferenceResolver<C> = (reference: Reference, context: C) => unknown;

interface Reference {
  readonly __typename: string;
  readonly id: string;
}

/** Of a type whose fields here all hang on what the reference holds: there is nothing to find. */
export const itself = (reference: Reference): Reference => reference;

/** Where all of them are, in place of Apollo's own, which makes three promises for each. */
const entitiesThemselves = (_root: unknown, asked: { readonly representations: readonly Reference[] }) =>
  asked.representations;

export interface FederatedSchemaOptions<C> {
  /** Named one by one, never by pattern: with all subgraphs in one process, type-graphql would mix them. */
  readonly resolvers: NonEmptyArray<new (...args: never[]) => object>;
  /** Types that only `_entities` or an interface reaches; unlisted ones are dropped silently. */
  readonly orphanedTypes?: readonly (new (
    ...args: never[]
  ) => object)[];
  /** Who may read each field. */
  readonly policies: readonly FieldPolicy[];
  /** By type name; an interface needs its own beside those of its implementers. */
  readonly references: Readonly<Record<string, ReferenceResolver<C>>>;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** What `schema/NAME.graphql` holds and composition reads. */
  readonly sdl: string;
}

/**
 * A Federation 2 subgraph from type-graphql classes.
 * @throws StartError that names each field without a line in the policies
 */
export function createFederatedSchema<C>(options: FederatedSchemaOptions<C>): FederatedSchema {
  readPropertiesDirectly();
  const classes = buildSchemaSync({
    resolvers: options.resolvers as unknown as NonEmptyArray<() => object>,
    orphanedTypes: [...(options.orphanedTypes ?? [])],
    directives: [asOfDirective],
    validate: false,
    skipCheck: true,
  });
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(classes)}\n`;
  const resolvers = createResolversMap(classes);
  callMethodsDirectly(resolvers, options.resolvers);
  for (const [typeName, resolve] of Object.entries(options.references)) {
    resolvers[typeName] = Object.assign(resolvers[typeName] ?? {}, { __resolveReference: resolve });
  }
  if (Object.values(options.references).every((resolve) => resolve === itself)) {
    Object.assign(resolvers.Query ?? {}, { _entities: entitiesThemselves });
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  applyFieldPolicies(schema, options.policies);
  noteRefusedPayloads(schema);
  return { schema, sdl };
}
