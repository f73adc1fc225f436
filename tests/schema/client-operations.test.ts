import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';

const root = join(__dirname, '../..');
const supergraph = Supergraph.build(readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8'));
const schema = supergraph.apiSchema().toGraphQLJSSchema();

it('finds the operations of the clients', () => {
  expect(listOperations().length).toBeGreaterThan(3);
});

it.each(listOperations())('%s asks only for what the schema has', (file) => {
  expect(validate(schema, parse(readFileSync(join(root, file), 'utf8'))).map(({ message }) => message)).toEqual([]);
});

function listOperations(): string[] {
  const files = readdirSync(join(root, 'clients'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.graphql') && !file.includes('node_modules'))
    .map((file) => `clients/${file}`);
}
