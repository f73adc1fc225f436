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
import { findRestrictedFields, type RestrictedField, refuseFields } from './access/restricted-fields';
import { maskError } from './errors/mask-error';
import type { Actor } from './identity/actor';
import type { InternalIdentity } from './identity/internal-token';
import type { Subgraph } from './subgraph';

const REMEMBERED_DOCUMENTS = 1_000;

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export type SubgraphExecutor = (
  request: SubgraphRequest,
  contextValue: { readonly actor: Actor },
) => Promise<FormattedExecutionResult>;

/** A document as it was found: what is wrong with it, or what of it is not everybody's. */
type Checked =
  | { readonly faults: readonly GraphQLError[] }
  | { readonly document: DocumentNode; readonly restricted: readonly RestrictedField[] };

/**
 * Runs operations of the gateway's plans over a schema. The gateway sends the same few documents again and again, so
 * each is parsed and validated once; the oldest is forgotten beyond 1,000.
 */
export function createExecutor(schema: GraphQLSchema, logger: Logger): SubgraphExecutor {
  const checked = new Map<string, Checked>();
  return async ({ query, variables, operationName }, contextValue) => {
    let known = checked.get(query);
    if (!known) {
      known = checkDocument(schema, query);
      checked.set(query, known);
      if (checked.size > REMEMBERED_DOCUMENTS) checked.delete(checked.keys().next().value as string);
    }
    const faults = 'faults' in known ? known.faults : refuseFields(known.restricted, contextValue.actor);
    if ('faults' in known || faults.length > 0) return { errors: faults.map((error) => maskError(error, logger)) };
    const result = (await execute({
      schema,
      document: known.document,
      contextValue,
      variableValues: variables,
      operationName,
    })) as ExecutionResult;
    const { errors, ...rest } = result;
    return errors ? { ...rest, errors: errors.map((error) => maskError(error, logger)) } : rest;
  };
}

/** Answers for a whole subgraph: its own context for each answer, and a write that has a key once. */
export function createAnswer(subgraph: Subgraph, logger: Logger) {
  const run = createExecutor(subgraph.schema, logger);
  return async (request: SubgraphRequest, identity: InternalIdentity): Promise<FormattedExecutionResult> => {
    const answer = async (as: InternalIdentity) => run(request, subgraph.createContext(as));
    const { idempotency } = identity;
    if (!idempotency || !subgraph.answerOnce) return answer(identity);
    return subgraph
      .answerOnce({ ...identity, idempotency }, answer)
      .catch((error: unknown) => ({ data: null, errors: [maskError(error, logger)] }));
  };
}

function checkDocument(schema: GraphQLSchema, query: string): Checked {
  try {
    const document = parse(query);
    const faults = validate(schema, document);
    return faults.length > 0 ? { faults } : { document, restricted: findRestrictedFields(schema, document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { faults: [error] };
    throw error;
  }
}
