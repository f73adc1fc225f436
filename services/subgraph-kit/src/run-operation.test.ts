import { buildSchema, GraphQLError, type GraphQLObjectType, GraphQLScalarType, parse, validate } from 'graphql';
import { createRunOperation } from './run-operation';

const schema = buildSchema(`
  scalar Day
  enum Level { PROVINCE COMMUNE }
  interface Unit { id: ID! name: String day: Day level: Level! }
  type Province implements Unit { id: ID! name: String day: Day level: Level! communes(first: Int = 2): [Commune!]! sure: String! }
  type Commune implements Unit { id: ID! name: String day: Day level: Level! met: Boolean sure: String! fails: String! }
  union Entity = Province | Commune
  input Place { code: String!, level: Level = COMMUNE }
  type Query {
    units: [Unit] entities(ids: [ID!]!): [Entity]! place(of: Place!): String echo(text: String = "none", list: [Int!]): String
    province: Province asks: Int
  }
  type Mutation { add: Int }
`);
const communes = ['a', 'b', 'c'].map((id) => ({
  __typename: 'Commune',
  id,
  name: `Xã ${id}`,
  level: 'COMMUNE',
  met: id === 'b' ? null : true,
  sure: 'yes',
  day: new Date('2025-06-30'),
}));
const province = {
  __typename: 'Province',
  id: 'P',
  name: null,
  level: 'PROVINCE',
  day: null,
  sure: 'yes',
  communes: async ({ first }: { first: number }) => communes.slice(0, first),
};
const root: Record<string, unknown> = {
  units: () => [province, null, Promise.resolve(communes[0])],
  entities: ({ ids }: { ids: string[] }) =>
    ids.map((id) => (id === 'P' ? province : (communes.find((one) => one.id === id) ?? null))),
  place: ({ of }: { of: object }) => JSON.stringify(of),
  echo: (args: object) => JSON.stringify(args),
  province,
};
for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = (_root, args, context, info) => {
    if (name === 'asks') return (context as { asked: number }).asked++;
    const value = root[name];
    return typeof value === 'function' ? value(args, context, info) : value;
  };
}
(schema.getType('Day') as GraphQLScalarType).serialize = (value) => (value as Date).toISOString().slice(0, 10);
(schema.getType('Commune') as GraphQLObjectType).getFields().fails!.resolve = ({ id }) => {
  throw new GraphQLError(`no ${id}`, { extensions: { code: 'BAD_USER_INPUT' } });
};

async function bothWays(text: string, variableValues: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const input = () => ({ contextValue: { asked: 0 }, variableValues, operationName: undefined });
  const print = (result: unknown) => JSON.parse(JSON.stringify(result));
  const [slow, fast] = [
    createRunOperation(schema, document, Number.POSITIVE_INFINITY),
    createRunOperation(schema, document, 0),
  ];
  return [print(await slow(input())), print(await fast(input()))];
}

const CASES: readonly (readonly [what: string, text: string, variables?: Record<string, unknown>])[] = [
  [
    'interfaces, with nulls in a list',
    '{ units { __typename id name day level ... on Commune { met } ... on Province { sure } } }',
  ],
  [
    'entities by their type',
    'query($ids: [ID!]!) { entities(ids: $ids) { __typename ... on Province { communes { id } } ... on Commune { name met } } }',
    { ids: ['a', 'P', 'none'] },
  ],
  [
    'aliases and fragments',
    '{ province { ...P two: communes(first: 3) { x: id y: name } } } fragment P on Province { id communes { ...C } } fragment C on Commune { level day }',
  ],
  ['defaults of arguments', '{ echo a: echo(text: null) b: echo(text: "x", list: [1, 2]) c: echo(list: 5) }'],
  ['variables with defaults', 'query($t: String = "d", $n: [Int!]) { echo(text: $t, list: $n) }'],
  ['variables that are null', 'query($t: String = "d", $n: [Int!]) { echo(text: $t, list: $n) }', { t: null, n: null }],
  [
    'inputs with defaults inside',
    'query($p: Place!) { place(of: $p) same: place(of: { code: "19" }) }',
    { p: { code: '31', level: 'PROVINCE' } },
  ],
  [
    'what is left out',
    'query($no: Boolean!, $yes: Boolean!) { province { id @skip(if: $yes) name @include(if: $no) level @include(if: $yes) ... @include(if: $no) { sure } } }',
    { no: false, yes: true },
  ],
  ['an error in a list', '{ province { id communes { id fails } } units { id } }'],
  [
    'an error that takes its neighbours along',
    '{ entities(ids: ["a", "P"]) { ... on Commune { sure fails } ... on Province { id } } }',
  ],
  ['variables of the wrong kind', 'query($p: Place!) { place(of: $p) }', { p: { code: 5 } }],
  ['variables that are missing', 'query($p: Place!) { place(of: $p) }'],
];

describe('a compiled operation', () => {
  it.each(CASES.map(([what, ...asked]) => ({ what, asked })))(
    'answers as GraphQL.js does: $what',
    async ({ asked }) => {
      const [slow, fast] = await bothWays(...asked);
      expect(fast).toEqual(slow);
      expect(JSON.stringify(fast)).toBe(JSON.stringify(slow));
    },
  );

  it('is the same before and after it is compiled, and where it writes', async () => {
    for (const [text, data] of [
      ['{ asks }', { asks: 0 }],
      ['mutation { add }', { add: null }],
    ] as const) {
      const run = createRunOperation(schema, parse(text), 2);
      for (let time = 0; time < 4; time += 1) {
        const input = { contextValue: { asked: 0 }, variableValues: {}, operationName: undefined };
        expect((await run(input)).data).toEqual(data);
      }
    }
  });
});
