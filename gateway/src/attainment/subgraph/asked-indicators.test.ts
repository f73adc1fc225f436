import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isObjectType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { findAskedIndicators } from './asked-indicators';

function asked(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return findAskedIndicators(document, operation as OperationDefinitionNode, variables);
}

describe('the indicators of an operation', () => {
  it.each<[string, string, Record<string, unknown>, readonly string[] | null]>([
    ['said in the text', '{ u { attainment(indicator: "a", year: 2025) { met } } }', {}, ['a']],
    ['said by a variable', 'query($i: ID!) { u { attainment(indicator: $i) { met } } }', { i: 'a' }, ['a']],
    [
      'of several aliases, each once',
      '{ u { x: f(indicator: "a") y: f(indicator: "b") z: f(indicator: "a") } }',
      {},
      ['a', 'b'],
    ],
    ['in a fragment', '{ u { ...F } } fragment F on U { f(indicator: "a") }', {}, ['a']],
    ['by a default', 'query($i: ID! = "a") { u { f(indicator: $i) } }', {}, ['a']],
    ['by a variable before its default', 'query($i: ID! = "a") { u { f(indicator: $i) } }', { i: 'b' }, ['b']],
    ['left open', 'query($i: ID) { u { x: f(indicator: "a") y: f(indicator: $i) } }', {}, null],
    ['of null', 'query($i: ID) { u { f(indicator: $i) } }', { i: null }, null],
    ['of a number', '{ u { x: f(indicator: "a") y: f(indicator: 5) } }', {}, null],
    ['that asks about none', '{ u { name } }', {}, null],
  ])('are those %s', (_, text, variables, expected) => {
    expect(asked(text, variables)).toEqual(expected);
  });

  it('are read again for other variables of the same document', () => {
    const document = parse('query($i: ID!) { u { f(indicator: $i) } }');
    const [operation] = document.definitions as [OperationDefinitionNode];
    expect(['a', 'b'].map((i) => findAskedIndicators(document, operation, { i }))).toEqual([['a'], ['b']]);
  });
});

it('every field that is made from a ledger says its indicator in an argument that cannot be left out', () => {
  const text = readFileSync(join(__dirname, '../../../../schema/attainment.graphql'), 'utf8');
  const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'requires'));
  expect(fields.length).toBeGreaterThanOrEqual(5);
  for (const { name, args } of fields) {
    expect([name, args.find((each) => each.name === 'indicator')?.type.toString()]).toEqual([name, 'ID!']);
  }
});
