import type { DocumentNode } from 'graphql';
import {
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Logger } from 'pino';
import { maskError } from './errors/mask-error';

const REMEMBERED_DOCUMENTS = 1_000;

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export type SubgraphExecutor = (request: SubgraphRequest, contextValue: object) => Promise<FormattedExecutionResult>;

/**
 * Runs operations of the gateway's plans over a schema. The gateway sends the same few documents again and again, so
 * each is parsed and validated once; the oldest is forgotten beyond 1,000.
 */
export function createExecutor(schema: GraphQLSchema, logger: Logger): SubgraphExecutor {
  const checked = new Map<string, DocumentNode | readonly GraphQLError[]>();
  return async ({ query, variables, operationName }, contextValue) => {
    let known = checked.get(query);
    if (!known) {
      known = checkDocument(schema, query);
      checked.set(query, known);
      if (checked.size > REMEMBERED_DOCUMENTS) checked.delete(checked.keys().next().value as string);
    }
    if (Array.isArray(known)) return { errors: known.map((error) => maskError(error, logger)) };
    const document = known as DocumentNode;
    const result = (await execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
      operationName,
    })) as ExecutionResult;
    const { errors, ...rest } = result;
    return errors ? { ...rest, errors: errors.map((error) => maskError(error, logger)) } : rest;
  };
}

function checkDocument(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const faults = validate(schema, document);
    return faults.length > 0 ? faults : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
