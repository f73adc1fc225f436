import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createRequestContext, type RequestContext, type Subgraph } from '@tieuchi/subgraph-kit';
import { GraphQLError, type GraphQLFieldResolver, parse } from 'graphql';

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject", "@external", "@requires"])
  scalar Date
  directive @asOf(map: Date, knownOn: Date) on QUERY
`;

type Fields = Record<string, Record<string, GraphQLFieldResolver<{ id: string }, RequestContext>>>;

/** @param ownTypes the types that references name; where units are owned, each found one is a province */
function createSubgraph(name: string, sdl: string, fields: Fields, ownTypes: readonly string[] = ['Unit']): Subgraph {
  const typeDefs = parse(HEAD + sdl);
  const resolvers: Record<string, object> = { ...fields };
  const __typename = ownTypes.at(-1);
  for (const type of ownTypes) {
    resolvers[type] = { ...resolvers[type], __resolveReference: (reference: object) => ({ ...reference, __typename }) };
  }
  return {
    name,
    sdl: HEAD + sdl,
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    createContext: createRequestContext,
    readiness: async () => ({ ready: true, waitingFor: null, versions: { [name]: '1' } }),
    close: async () => {},
  };
}

/** As many as in our own graph: each of them multiplies the ways through a chain of facets. */
const LEVELS = ['Country', 'District', 'Commune', 'Province'];
const provinces = ['01', '19', '31'].map((id) => ({ __typename: 'Province', id }));

/** Units with names, as geography has them, and a field that says who asks and about which days. */
export const maps = createSubgraph(
  'maps',
  `type Query { country: Unit provinces: [Unit] whoami: String fail(how: String!): String year(of: Int!): Int }
   interface Unit @key(fields: "id") { id: ID! name: String }
   ${LEVELS.map((level) => `type ${level} implements Unit @key(fields: "id") { id: ID! name: String }`).join('\n')}`,
  {
    Query: {
      country: () => provinces[0],
      provinces: () => provinces,
      whoami: (_root, _args, { actor, asOf }) => JSON.stringify({ ...actor, ...asOf }),
      year: (_root, { of }) => of,
      fail(_root, { how }) {
        if (how === 'expected')
          throw new GraphQLError('There is no unit 99.', { extensions: { code: 'UNIT_NOT_FOUND' } });
        throw new Error('relation "unit" at 10.1.2.3:5432');
      },
    },
    Province: { name: ({ id }) => `Province ${id}` },
  },
  ['Unit', ...LEVELS],
);

/** Counts on every unit, one of them required by another subgraph. */
export const counts = createSubgraph(
  'counts',
  `type Query { series: [String] }
   type Unit @key(fields: "id") @interfaceObject { id: ID! ledger: String met: Int missing: Int }`,
  {
    Query: { series: () => ['19.2'] },
    Unit: {
      ledger: ({ id }) => `ledger of ${id}`,
      met: () => 7,
      missing() {
        throw new GraphQLError('There is no year 1999.', { extensions: { code: 'YEAR_NOT_FOUND' } });
      },
    },
  },
);

/** A rate that cannot be computed without the counts. */
export const rates = createSubgraph(
  'rates',
  `type Query { methods: [String] }
   type Unit @key(fields: "id") @interfaceObject { id: ID! ledger: String @external rate: String @requires(fields: "ledger") }`,
  {
    Query: { methods: () => ['linear'] },
    Unit: { rate: (unit) => `rate from ${(unit as unknown as { ledger: string }).ledger}` },
  },
);

/** Types reached through a facet that lead back to the unit: what our own graph must not have. */
export const chained = ['quotas', 'wards', 'targets'].map((name) =>
  createSubgraph(
    name,
    `type Unit @key(fields: "id") @interfaceObject { id: ID! ${name}: Facet_${name} }
     type Facet_${name} { unit: Unit }`,
    { Unit: { [name]: (unit) => ({ unit }) } },
  ),
);

/** @throws Error when they do not compose */
export function composeTestGraph(subgraphs: readonly Subgraph[]): string {
  const services = subgraphs.map(({ name, sdl }) => ({
    name,
    url: `http://${name}.internal:4001`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
