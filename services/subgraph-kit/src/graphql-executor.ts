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
import { takeRefusals } from './audit/refusals';
import { maskError } from './errors/mask-error';
import type { Actor } from './identity/actor';
import type { Subgraph } from './subgraph';

const REMEMBERED_DOCUMENTS = 1_000;

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export type ExecutableSubgraph = Pick<Subgraph, 'schema' | 'recordAct'>;

export type SubgraphExecutor = (request: SubgraphRequest, contextValue: object) => Promise<FormattedExecutionResult>;

/**
 * Runs operations of the gateway's plans over a schema. The gateway sends the same few documents again and again, so
 * each is parsed and validated once; the oldest is forgotten beyond 1,000. What is refused leaves an entry in the audit.
 */
export function createExecutor({ schema, recordAct }: ExecutableSubgraph, logger: Logger): SubgraphExecutor {
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
    await recordRefusals(contextValue, errors, recordAct, logger);
    return errors ? { ...rest, errors: errors.map((error) => maskError(error, logger)) } : rest;
  };
}

/** A refusal stands whether or not it could be written down. */
async function recordRefusals(
  contextValue: object,
  errors: ExecutionResult['errors'],
  recordAct: Subgraph['recordAct'],
  logger: Logger,
): Promise<void> {
  const acts = takeRefusals(contextValue, errors);
  if (acts.length === 0 || !recordAct) return;
  const { actor } = contextValue as { actor: Actor };
  await Promise.all(acts.map((act) => recordAct(actor, act))).catch((error: unknown) =>
    logger.error({ err: error, acts }, 'a refusal left no entry in the audit'),
  );
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
