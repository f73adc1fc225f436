import { composeServices } from '@apollo/composition';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import * as fc from 'fast-check';
import { parse } from 'graphql';
import { pino } from 'pino';
import { AnswerShapes, type ResolvedOperation } from './answer-shapes';

const SDL = `
  type Query { country: Unit units: [Unit] strictUnits: [Unit!]! either: Either levels: [[Int!]] day: Day kind: Kind! }
  interface Unit { id: ID! name: String rate: Float parts: [Unit!] kind: Kind largest: Province met: Int! isLate: Boolean }
  type Province implements Unit { id: ID! name: String! rate: Float parts: [Unit!]! kind: Kind! largest: Province met: Int! isLate: Boolean code: String }
  type Commune implements Unit { id: ID! name: String rate: Float parts: [Unit!] kind: Kind largest: Province met: Int! isLate: Boolean code: Int! ward: Ward! }
  type Ward { id: ID! score: Int! days: [Day] }
  union Either = Ward | Province
  enum Kind { RURAL URBAN }
  scalar Day`;

const OPERATIONS = [
  '{ country { __typename id name rate } day kind }',
  '{ units { id parts { id name met } largest { name code } } levels }',
  '{ strictUnits { met kind isLate } country { met } }',
  '{ a: country { b: name c: name kind: __typename } country { name } }',
  '{ country { name } country { id name parts { id } } ... { country { parts { name } } } }',
  '{ units { ...Named ... on Province { code largest { ...Named } } ... on Commune { number: code ward { score days } } } } fragment Named on Unit { name ... on Unit { id } }',
  '{ either { __typename ... on Ward { id score } ... on Province { code parts { ... on Commune { ward { id } } } } } }',
  'query($with: Boolean!, $less: Boolean = true) { country { id name @include(if: $with) rate @skip(if: $less) ... @include(if: $with) { kind } } }',
  'query($less: Boolean = false) { country { ...Rest @skip(if: $less) id } day @include(if: true) kind @skip(if: true) } fragment Rest on Unit { met ... on Province { code } }',
];
const DRAWS = 150;

const variables = fc.record({ with: fc.boolean(), less: fc.boolean() }, { requiredKeys: ['with'] });

/** A leaf as a service may answer it: mostly right, else of another type or not at all. */
const leaf = (right: unknown) =>
  fc.oneof(
    { arbitrary: fc.constant(right), weight: 12 },
    fc.constantFrom(null, undefined, 'text', 1, 1.5, false, 'URBAN'),
  );
/** JSON has no element that is not there. */
const element = (right: unknown) => leaf(right).map((value) => value ?? null);
const missing = fc.constant(null);
const days = fc.array(element('2025-06-30'), { maxLength: 2 });
const ward = fc.record({ id: leaf('W-1'), score: leaf(90), days });

/** With nulls where none may be, and with types that are not told, are told as their interface, or do not exist. */
const unit = (depth: number): fc.Arbitrary<unknown> =>
  fc.constantFrom('Province', 'Commune').chain((type) =>
    fc.record({
      __typename: fc.oneof({ arbitrary: fc.constant(type), weight: 12 }, fc.constantFrom('Unit', 'Other', undefined)),
      ...{
        id: leaf('P-01'),
        name: leaf('Hà Nội'),
        rate: leaf(98.57),
        kind: leaf('RURAL'),
        met: leaf(7),
        isLate: leaf(true),
      },
      code: leaf(type === 'Province' ? '01' : 1),
      parts: depth === 0 ? fc.constantFrom([], null) : fc.option(units(depth - 1), { freq: 5 }),
      largest:
        depth === 0 ? missing : fc.option(unit(depth - 1).map((one) => one && { ...one, __typename: 'Province' })),
      ward: fc.option(ward),
      neededByAnother: fc.constant('ledger'),
    }),
  );
const units = (depth: number) => fc.array(fc.option(unit(depth), { freq: 8 }), { maxLength: 3 });

const data = fc.record(
  {
    country: fc.option(unit(2), { freq: 8 }),
    units: fc.option(units(2), { freq: 8 }),
    strictUnits: fc.option(units(1), { freq: 8 }),
    either: fc.oneof(
      unit(1),
      ward.map((one) => ({ __typename: 'Ward', ...one })),
      missing,
    ),
    levels: fc.array(fc.option(fc.array(element(2), { maxLength: 2 })), { maxLength: 2 }),
    day: leaf('2025-06-30'),
    kind: leaf('URBAN'),
  },
  { requiredKeys: [] },
);

/** Apollo's gateway over one service that answers with whatever it is told to. */
async function openApollo() {
  let told: unknown;
  const source = { process: async () => ({ data: structuredClone(told) }) } as unknown as GraphQLDataSource;
  const { supergraphSdl } = composeServices([{ name: 'all', url: 'http://all.internal', typeDefs: parse(SDL) }]);
  let resolved: ResolvedOperation | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphSdl ?? '',
    logger: pino({ level: 'silent' }),
    buildService: () => source,
    experimental_didResolveQueryPlan: ({ operationContext }) => {
      resolved = operationContext;
    },
  });
  const { executor } = await gateway.load();
  return {
    stop: () => gateway.stop(),
    async ask(query: string, asked: Record<string, unknown>, data: unknown) {
      told = data;
      const request = { query, variables: asked };
      const document = parse(query);
      const context = { request, document, queryHash: query, context: {}, metrics: {} } as never;
      const result = await executor(context);
      return { result, resolved: resolved as ResolvedOperation };
    },
  };
}

let apollo: Awaited<ReturnType<typeof openApollo>>;
beforeAll(async () => {
  apollo = await openApollo();
});
afterAll(() => apollo.stop());

describe('an answer that is shaped once for all of its operation', () => {
  it.each(OPERATIONS)('is what Apollo makes of the same data: %s', async (query) => {
    const shapes = new AnswerShapes();
    await fc.assert(
      fc.asyncProperty(data, variables, async (given, asked) => {
        const { result, resolved } = await apollo.ask(query, asked, given);
        const shaped = shapes.shapeOf(resolved, asked)?.(structuredClone(given));
        expect(JSON.stringify(shaped)).toBe(JSON.stringify(result.data));
      }),
      { numRuns: DRAWS },
    );
  });

  it('shows nothing that was not asked for, and null for what did not come', async () => {
    const { resolved } = await apollo.ask('{ country { name rate } }', {}, {});
    const shape = new AnswerShapes().shapeOf(resolved);
    expect(shape?.({ country: { __typename: 'Commune', name: 'An Bình', met: 3 }, day: 'today' })).toEqual({
      country: { name: 'An Bình', rate: null },
    });
    expect(shape?.({})).toEqual({ country: null });
  });

  it('is another where its variables decide otherwise', async () => {
    const query = 'query($less: Boolean = true) { country { name @skip(if: $less) id } }';
    const { resolved } = await apollo.ask(query, {}, {});
    const shapes = new AnswerShapes();
    const given = { country: { __typename: 'Commune', id: 'C-1', name: 'An Bình' } };
    const shaped = [{}, { less: false }, { less: true }].map((asked) => shapes.shapeOf(resolved, asked)?.(given));
    const short = { country: { id: 'C-1' } };
    expect(shaped).toEqual([short, { country: { name: 'An Bình', id: 'C-1' } }, short]);
  });

  it.each([
    '{ __schema { types { name } } }',
    '{ day constructor: kind }',
    '{ ...A } fragment A on Query { __proto__: day }',
  ])('is left to Apollo where it would need more than data: %s', async (query) => {
    const { resolved } = await apollo.ask(query, {}, {});
    expect(new AnswerShapes().shapeOf(resolved)).toBeNull();
  });
});
