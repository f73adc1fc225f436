import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, getOperationAST } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** Compiling takes as long as running it some dozen times: what is asked once, as hostile documents are, is not compiled. */
const COMPILED_AFTER = 20;

export interface OperationInput {
  readonly contextValue: unknown;
  readonly variableValues: Record<string, unknown> | undefined;
  readonly operationName: string | undefined;
}

export type RunOperation = (input: OperationInput) => Promise<ExecutionResult>;

/**
 * Runs one document, which is valid; a query that is asked again and again by code made for it. The rules of errors are
 * those of GraphQL.js alone: what has any is run once more by it, since a reading can be.
 */
export function createRunOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  compiledAfter = COMPILED_AFTER,
): RunOperation {
  const run = async (input: OperationInput) => (await execute({ schema, document, ...input })) as ExecutionResult;
  if (getOperationAST(document)?.operation !== 'query') return run;
  let times = 0;
  let compiled: RunOperation | undefined;
  return (input) => {
    times += 1;
    if (times <= compiledAfter) return run(input);
    compiled ??= compile(schema, document) ?? run;
    return compiled(input).then((result) => (result.errors ? run(input) : result));
  };
}

/** @returns null for what cannot be compiled */
function compile(schema: GraphQLSchema, document: DocumentNode): RunOperation | null {
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) return null;
  return async ({ contextValue, variableValues }) =>
    (await compiled.query(undefined, contextValue, variableValues ?? {})) as ExecutionResult;
}
