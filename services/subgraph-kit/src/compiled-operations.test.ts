import * as fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLObjectType,
  parse,
} from 'graphql';
import { CompiledOperations } from './compiled-operations';

const schema = buildSchema(`
  type Query { province(code: ID! = "01"): Province provinces(first: Int): [Province!] unit: Unit either: Either _entities(representations: [Any!]!): [_Entity]! }
  type Mutation { register: Int }
  scalar Any
  interface Unit { id: ID! }
  union Either = Province
  union _Entity = Province
  enum Kind { RURAL URBAN }
  type Province implements Unit { id: ID! name: String! kind: Kind met: Int later: Int parts: [Province!] rate(year: Int! = 2025, of: [Kind!]): Float }
`);

/** What a resolver does: a value, now or later, or a failure. */
type Outcome = (asked?: unknown) => unknown;
interface Source {
  readonly [field: string]: Outcome | string;
}

for (const name of ['Query', 'Province']) {
  const fields = (schema.getType(name) as GraphQLObjectType).getFields();
  for (const field of Object.values(fields)) {
    field.resolve = (source: Source | undefined, args, context: Source) => {
      const outcome = (source ?? context)[field.name];
      return typeof outcome === 'function' ? outcome(args) : outcome;
    };
  }
}
(schema.getType('_Entity') as unknown as { resolveType: () => string }).resolveType = () => 'Province';
(schema.getType('Unit') as unknown as { resolveType: () => Promise<string> }).resolveType = async () => 'Province';
(schema.getType('Either') as unknown as { resolveType: () => Promise<string> }).resolveType = async () => 'Province';

const outcome = (right: unknown): fc.Arbitrary<Outcome> =>
  fc.oneof(
    {
      arbitrary: fc.constantFrom<Outcome>(
        () => right,
        async () => right,
      ),
      weight: 10,
    },
    fc.constantFrom<Outcome>(
      () => null,
      async () => null,
      () => {
        throw new Error('relation "unit" at 10.1.2.3:5432');
      },
      async () => {
        throw new GraphQLError('There is no year 1999.', { extensions: { code: 'YEAR_NOT_FOUND' } });
      },
    ),
  );

/** At once: graphql-js leaves a promise unheard that fails in a list which has failed before. */
const nameOutcome = fc.constantFrom<Outcome>(
  () => 'Hà Nội',
  () => 'Hà Nội',
  () => null,
);

const province = (depth: number): fc.Arbitrary<Source> =>
  fc.record({
    __typename: fc.constant('Province'),
    ...{
      id: fc.constant('P-01'),
      name: nameOutcome,
      kind: outcome('RURAL'),
      met: outcome(7),
      later: outcome('eight'),
    },
    rate: fc.constant<Outcome>((asked) => JSON.stringify(asked).length),
    parts: depth === 0 ? fc.constant(() => []) : provinces(depth - 1),
  });
const provinces = (depth: number): fc.Arbitrary<Outcome> =>
  fc.array(province(depth), { maxLength: 3 }).chain((list) => outcome(list));
const root = fc.record({ province: province(1).chain(outcome), provinces: provinces(1), _entities: provinces(1) });

const OPERATIONS: readonly [string, object][] = [
  ['query($code: ID! = "19") { province(code: $code) { id name kind met later } }', {}],
  [
    'query($year: Int!, $of: [Kind!]) { provinces { a: rate(year: $year, of: $of) b: rate parts { ...Named } } } fragment Named on Province { name later }',
    { year: 2024, of: ['URBAN'] },
  ],
  [
    'query($less: Boolean!) { provinces(first: 2) { id @skip(if: $less) name ... @include(if: $less) { met kind } } }',
    { less: true },
  ],
  [
    'query($representations: [Any!]!) { _entities(representations: $representations) { __typename ... on Province { name met parts { id later } } } }',
    { representations: [{ id: 'P-01' }] },
  ],
];

/** Asked so often that it is compiled. */
function compiledOf(text: string) {
  const operations = new CompiledOperations(schema);
  const document = parse(text);
  const found = Array.from({ length: 4 }, () => operations.find(document));
  return { document, found, compiled: found.at(-1) ?? null };
}

const errorsOf = ({ errors = [] }: ExecutionResult) =>
  errors.map(({ message, path = [], extensions }) => ({ message, path, extensions: { ...extensions } }));

/** Whether the answer has nothing at a place, because something on the way to it is null. */
function isLost(data: unknown, path: readonly (string | number)[]): boolean {
  let at = data;
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown> | null)?.[key] ?? null;
  return at === null;
}

describe('an operation that is asked often', () => {
  it('is interpreted three times and compiled then, once', () => {
    const { found } = compiledOf('{ province { id } }');
    expect(found.map((one) => one !== null)).toEqual([false, false, false, true]);
  });

  it.each(OPERATIONS)(
    'answers as interpreted, with the same errors and at most further ones of what is lost: %s',
    async (text, variables) => {
      const { document, compiled } = compiledOf(text);
      await fc.assert(
        fc.asyncProperty(root, async (contextValue) => {
          const expected = await execute({ schema, document, contextValue, variableValues: variables as never });
          const answered = await compiled?.(contextValue, variables as never);
          expect(JSON.stringify(answered?.data)).toBe(JSON.stringify(expected.data));
          const errors = errorsOf(answered as ExecutionResult);
          const seen = errors.filter(({ path }) => !isLost(expected.data, path));
          expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(
            new Set(
              errorsOf(expected).flatMap((one) => (isLost(expected.data, one.path) ? [] : [JSON.stringify(one)])),
            ),
          );
          expect(errors).toEqual(expect.arrayContaining(errorsOf(expected)));
        }),
        { numRuns: 200 },
      );
    },
  );

  it('has a cause where a value is our own fault, so that it is masked', async () => {
    const { compiled } = compiledOf('{ province { name } }');
    const answered = await compiled?.({ province: () => ({ name: () => null }) }, {});
    expect(
      answered?.errors?.map(({ originalError }) => [originalError?.constructor.name, originalError?.message]),
    ).toEqual([['Error', 'Cannot return null for non-nullable field Province.name.']]);
  });

  it('runs nothing where its variables are not what it declares: who interprets it says why', async () => {
    const { compiled } = compiledOf('query($year: Int!) { provinces { rate(year: $year) } }');
    const provinces = jest.fn();
    expect(await compiled?.({ provinces }, { year: 'last' })).toBeNull();
    expect(await compiled?.({ provinces }, {})).toBeNull();
    expect(provinces).not.toHaveBeenCalled();
  });

  it.each(['mutation { register }', '{ unit { id } }', '{ either { __typename } }'])(
    'is interpreted for ever where it writes, or meets a type of several: %s',
    (text) => {
      expect(compiledOf(text).found).toEqual([null, null, null, null]);
    },
  );

  it('is forgotten after two hundred others, and asked as often again before it is compiled again', () => {
    const operations = new CompiledOperations(schema);
    const documents = Array.from({ length: 201 }, (_, place) => parse(`{ a${place}: province { id } }`));
    const ask = (document: DocumentNode) => Array.from({ length: 4 }, () => operations.find(document));
    const compiled = documents.map((document) => ask(document).at(-1));
    expect(operations.find(documents[200]!)).toBe(compiled[200]);
    expect(ask(documents[0]!).map((one) => one !== null)).toEqual([false, false, false, true]);
  });
});
