import { asOfDirective, dateScalar } from '@tieuchi/subgraph-kit';
import { buildSchema, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { resolveAsOf } from './resolve-as-of';

const TODAY = '2026-03-01';
// as in the gateway's own schema: the scalar Date has no parser there, so that any value passes it
const schema: GraphQLSchema = buildSchema(`
  scalar Date
  directive @asOf(map: Date, knownOn: Date) on QUERY
  type Query { a: Int }`);

function resolve(operation: string, variables: Record<string, unknown> = {}) {
  return resolveAsOf(schema, parse(operation).definitions[0] as OperationDefinitionNode, variables, TODAY);
}

const withCode = (code: string) => expect.objectContaining({ extensions: { code } });

describe('the days of an operation', () => {
  it('are today and now where it says nothing', () => {
    const expected = { map: TODAY, knownOn: null, today: TODAY };
    expect(resolve('{ a }')).toEqual(expected);
    expect(resolve('query @asOf { a }')).toEqual(expected);
    expect(resolve('query @asOf(map: null, knownOn: null) { a }')).toEqual(expected);
  });

  it('are read from literals', () => {
    expect(resolve('query @asOf(map: "2025-06-30", knownOn: "2025-12-31") { a }')).toEqual({
      map: '2025-06-30',
      knownOn: '2025-12-31',
      today: TODAY,
    });
  });

  it('are read from variables', () => {
    const operation = 'query ($map: Date!, $knownOn: Date) @asOf(map: $map, knownOn: $knownOn) { a }';
    expect(resolve(operation, { map: '2022-12-31', knownOn: '2024-02-29' })).toMatchObject({
      map: '2022-12-31',
      knownOn: '2024-02-29',
    });
    expect(resolve(operation, { map: '2022-12-31', knownOn: null })).toMatchObject({
      map: '2022-12-31',
      knownOn: null,
    });
    expect(resolve(operation, { map: '2022-12-31' })).toMatchObject({ knownOn: null });
  });

  it('are read from the defaults of variables, which a given null overrides', () => {
    const operation = 'query ($map: Date = "2025-06-30") @asOf(map: $map) { a }';
    expect(resolve(operation)).toMatchObject({ map: '2025-06-30' });
    expect(resolve(operation, { map: '2025-07-01' })).toMatchObject({ map: '2025-07-01' });
    expect(resolve(operation, { map: null })).toMatchObject({ map: TODAY });
  });

  it.each(['2025-02-31', '2025-02-29', '2025-06-31', '0000-01-01', 'today', '', '2025-06-30T00:00:00Z'])(
    'are refused with a code when %j is one of them, as a literal or in a variable',
    (day) => {
      for (const argument of ['map', 'knownOn']) {
        expect(() => resolve(`query @asOf(${argument}: "${day}") { a }`)).toThrow(withCode('AS_OF_INVALID'));
        const operation = `query ($day: Date) @asOf(${argument}: $day) { a }`;
        expect(() => resolve(operation, { day })).toThrow(withCode('AS_OF_INVALID'));
      }
    },
  );

  it.each(['20250630', 'TODAY', '["2025-06-30"]', '{ day: 1 }', 'true'])(
    'are refused with a code when written as %s',
    (literal) => {
      expect(() => resolve(`query @asOf(map: ${literal}) { a }`)).toThrow(withCode('AS_OF_INVALID'));
    },
  );

  it.each([20250630, true, ['2025-06-30'], { day: '2025-06-30' }])(
    'are refused with a code when a variable holds %j',
    (day) => {
      expect(() => resolve('query ($day: Date) @asOf(map: $day) { a }', { day })).toThrow(withCode('AS_OF_INVALID'));
    },
  );

  it('are refused when something is to be known tomorrow, but not today', () => {
    expect(resolve(`query @asOf(knownOn: "${TODAY}") { a }`)).toMatchObject({ knownOn: TODAY });
    expect(() => resolve('query @asOf(knownOn: "2026-03-02") { a }')).toThrow(withCode('KNOWN_ON_IN_FUTURE'));
    expect(() => resolve('query ($day: Date = "2999-01-01") @asOf(knownOn: $day) { a }')).toThrow(
      withCode('KNOWN_ON_IN_FUTURE'),
    );
  });

  it('are declared as the subgraphs declare them', () => {
    expect(asOfDirective.args.map(({ name, type }) => [name, type])).toEqual([
      ['map', dateScalar],
      ['knownOn', dateScalar],
    ]);
  });
});
