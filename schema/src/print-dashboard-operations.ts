import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { Kind, parse, printSchema } from 'graphql';
import { type ClientOperation, DASHBOARD_OPERATIONS, listClientOperations } from './client-operations';

const SUPERGRAPH = join(__dirname, '../supergraph.graphql');
const FOLDER = 'dashboard/operations/';

const HEADING = `// Written by \`npm run schema\` from clients/dashboard/operations and the supergraph.
/** An operation of the manifest: the hash by which it is asked for, and the types of what goes in and comes out. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly hash: string;
  /** Types only: never set. */
  readonly types?: { readonly data: Data; readonly variables: Variables };
}
`;

/**
 * The dashboard's operations: what each asks and answers as types of the schema, and its hash in the manifest.
 * @throws Error for an operation that the schema does not have
 */
export async function printDashboardOperations(): Promise<string> {
  const operations = listClientOperations().filter(({ file }) => file.startsWith(FOLDER));
  const apiSchema = Supergraph.build(readFileSync(SUPERGRAPH, 'utf8')).apiSchema().toGraphQLJSSchema();
  const types = await codegen({
    filename: DASHBOARD_OPERATIONS,
    schema: parse(printSchema(apiSchema)),
    documents: operations.map(({ file, document }) => ({ location: file, document: parse(document) })),
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
    config: {
      skipTypename: true,
      immutableTypes: true,
      scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', ID: 'string' },
    },
  });
  return `${HEADING}\n${types.trim()}\n\n${operations.map(printOperation).join('\n')}`;
}

function printOperation({ hash, document }: ClientOperation): string {
  const { name, kind } = nameOf(document);
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  const types = `${name}${kind}, ${name}${kind}Variables`;
  return `export const ${constant}Operation: Operation<${types}> = {\n  name: '${name}',\n  hash: '${hash}',\n};\n`;
}

/** One operation stands in each file. */
function nameOf(document: string): { readonly name: string; readonly kind: 'Query' | 'Mutation' } {
  const operation = parse(document).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !operation.name) throw new Error(`no operation in ${document}`);
  return { name: operation.name.value, kind: operation.operation === 'mutation' ? 'Mutation' : 'Query' };
}
