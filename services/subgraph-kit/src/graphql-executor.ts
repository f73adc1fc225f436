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
import {
  findRestrictedFields,
  isPersonal,
  type RestrictedField,
  readsNames,
  refuseFields,
} from './access/restricted-fields';
import type { Act } from './audit/record-act';
import { takeRefusals } from './audit/refusals';
import { CompiledOperations } from './compiled-operations';
import { maskError } from './errors/mask-error';
import type { SpeakingError } from './errors/speaking-error';
import { type RequestTrace, traced } from './http/request-trace';
import type { Actor } from './identity/actor';
import type { InternalIdentity } from './identity/internal-token';
import type { Subgraph } from './subgraph';

const REMEMBERED_DOCUMENTS = 1_000;

/** Says to the gateway that an answer is to be given to nobody else, not even to the same person again. */
export const PERSONAL = { personal: true } as const;

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export type ExecutableSubgraph = Pick<Subgraph, 'schema' | 'recordAct'>;

export type SubgraphExecutor = (
  request: SubgraphRequest,
  contextValue: { readonly actor: Actor },
  trace?: RequestTrace | undefined,
) => Promise<FormattedExecutionResult>;

/** A document as it was found: what is wrong with it, or what of it is not everybody's. */
type Checked =
  | { readonly faults: readonly GraphQLError[] }
  | { readonly document: DocumentNode; readonly restricted: readonly RestrictedField[] };

/**
 * Runs operations of the gateway's plans over a schema. The gateway sends the same few documents again and again, so
 * each is parsed and validated once; the oldest is forgotten beyond 1,000. What is refused leaves an entry in the audit,
 * and so does who reads the names of people.
 */
export function createExecutor({ schema, recordAct }: ExecutableSubgraph, logger: Logger): SubgraphExecutor {
  const checked = new Map<string, Checked>();
  const operations = new CompiledOperations(schema);
  const maskAll = (errors: readonly GraphQLError[], trace: RequestTrace | undefined) => {
    const log = traced(logger, trace);
    return errors.map((error) => maskError(error, log));
  };
  return async ({ query, variables, operationName }, contextValue, trace) => {
    let known = checked.get(query);
    if (!known) {
      known = checkDocument(schema, query);
      checked.set(query, known);
      if (checked.size > REMEMBERED_DOCUMENTS) checked.delete(checked.keys().next().value as string);
    }
    if ('faults' in known) return { errors: maskAll(known.faults, trace) };
    const { document, restricted } = known;
    const { actor } = contextValue;
    const refused = refuseFields(restricted, actor);
    if (refused.length > 0) {
      await recordRefusals(actor, refused.map(actOf), recordAct, traced(logger, trace));
      return { errors: maskAll(refused, trace) };
    }
    if (readsNames(restricted, actor)) await recordAct?.(actor, { action: 'READ', what: 'names-of-people' });
    const compiled = await operations.find(document)?.(contextValue, variables ?? {});
    const result =
      compiled ??
      ((await execute({
        schema,
        document,
        contextValue,
        variableValues: variables,
        operationName,
      })) as ExecutionResult);
    const { errors, ...rest } = result;
    const acts = takeRefusals(contextValue, errors);
    if (acts.length > 0) await recordRefusals(actor, acts, recordAct, traced(logger, trace));
    const answer = isPersonal(restricted, actor) ? { ...rest, extensions: PERSONAL } : rest;
    return errors ? { ...answer, errors: maskAll(errors, trace) } : answer;
  };
}

/** Answers for a whole subgraph: its own context for each answer, and a write that has a key once. */
export function createAnswer(subgraph: Subgraph, logger: Logger) {
  const run = createExecutor(subgraph, logger);
  return async (request: SubgraphRequest, identity: InternalIdentity): Promise<FormattedExecutionResult> => {
    const answer = async (as: InternalIdentity) => run(request, subgraph.createContext(as), as.trace);
    const { idempotency, trace } = identity;
    if (!idempotency || !subgraph.answerOnce) return answer(identity);
    return subgraph
      .answerOnce({ ...identity, idempotency }, answer)
      .catch((error: unknown) => ({ data: null, errors: [maskError(error, traced(logger, trace))] }));
  };
}

/** A field at the top is known by its name alone, as where its own resolver refuses it. */
function actOf({ extensions }: SpeakingError): Act {
  return { action: 'REFUSED', what: String(extensions.field).replace(/^(Query|Mutation)\./, '') };
}

/** A refusal stands whether or not it could be written down. */
async function recordRefusals(
  actor: Actor,
  acts: readonly Act[],
  recordAct: Subgraph['recordAct'],
  logger: Logger,
): Promise<void> {
  if (!recordAct) return;
  await Promise.all(acts.map((act) => recordAct(actor, act))).catch((error: unknown) =>
    logger.error({ err: error, acts }, 'a refusal left no entry in the audit'),
  );
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
