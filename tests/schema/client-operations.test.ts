import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { listClientOperations } from '../../schema/src/client-operations';

const root = join(__dirname, '../..');
const supergraph = Supergraph.build(readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8'));
const schema = supergraph.apiSchema().toGraphQLJSSchema();

it('finds the operations of the clients', () => {
  expect(listClientOperations().length).toBeGreaterThan(8);
});

it.each(listClientOperations().map(({ file, document }) => [file, document]))(
  '%s asks only for what the schema has',
  (_file, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  },
);
