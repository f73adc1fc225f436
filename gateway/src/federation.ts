import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { type Logger, SpeakingError } from '@tieuchi/subgraph-kit';
import {
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { AnswerShapes } from './answer/answer-shapes';
import { readFieldOwners } from './answer/field-owners';
import { asBadRequest } from './answer/shown-error';
import { tidyErrors } from './answer/tidy-answer';
import type { GatewayContext } from './gateway-context';
import { findVariableFaults } from './limits/variable-faults';
import type { GatewayMetrics } from './metrics/gateway-metrics';
import { measureFetches } from './metrics/measure-fetches';
import { watchPlans } from './metrics/plan-watch';
import { standInVariables } from './operations/stand-in-variables';
import { createDataSource } from './subgraph-access/data-source';
import type { SubgraphAccess } from './subgraph-access/subgraph-access';

/** Beyond this many ways through the graph, planning takes seconds, then the heap: chains facet → unit → facet. */
const PATHS_LIMIT = 200;

export interface FederationOptions {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly SubgraphAccess[];
  readonly subgraphDeadlineMs: number;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

type ResolvedPlan = Parameters<NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>>[0];

const NAME_OF_ROOT: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/** Ends a rehearsal where its plan would be run. */
const HAS_ITS_PLAN = new Error('the operation has its plan');

/** Apollo's gateway over the supergraph, with answers whose errors speak. */
export function createFederation({
  supergraphSdl,
  subgraphs,
  subgraphDeadlineMs,
  logger,
  metrics,
}: FederationOptions): GatewayInterface {
  const accessByName = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const owners = readFieldOwners(supergraphSdl);
  const plans = watchPlans(metrics);
  const shapes = new AnswerShapes();
  // the library tells Apollo by the hour what machine it runs on, unless this says no before it is made
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
    buildService({ name }) {
      const access = accessByName.get(name);
      if (!access) throw new Error(`the supergraph names the subgraph ${name}, which is not configured`);
      return measureFetches(createDataSource(access, subgraphDeadlineMs, logger), name, metrics);
    },
    experimental_didResolveQueryPlan(resolved) {
      plans.planned(resolved);
      if ((resolved.requestContext.context as GatewayContext).isRehearsal) throw HAS_ITS_PLAN;
      takeOverShape(shapes, resolved);
    },
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      return {
        async executor(given) {
          const requestContext = asPlanned(given);
          const { schema, operation, request } = requestContext;
          const faults = findVariableFaults(schema, operation, request.variables ?? {});
          if (faults.length > 0) return { errors: faults } as GatewayExecutionResult;
          plans.arrived(requestContext);
          const context = requestContext.context as GatewayContext;
          if (context.isRehearsal) return rehearse(() => executor(requestContext));
          const result = shapeData(await executor(requestContext).catch(refuseUnplannable), context);
          // nothing was executed: Apollo finds the fault of a variable by the error's nodes
          if (result.data === undefined && context.unanswered.length === 0) return result;
          const errors = (result.errors ?? []) as readonly GraphQLFormattedError[];
          if (errors.length === 0 && context.unanswered.length === 0) return { data: result.data };
          const asked = { operation: requestContext.operation, fragments: fragmentsOf(requestContext.document) };
          const tidied = tidyErrors(errors, context.unanswered, asked, owners);
          return { data: result.data ?? null, errors: tidied } as GatewayExecutionResult;
        },
      };
    },
  };
}

/**
 * Apollo runs the plan, and would then walk the data with the schema at every field, a tenth of what an answer costs: it is
 * told that nothing was asked for but the name of the root.
 */
function takeOverShape(shapes: AnswerShapes, { operationContext, requestContext }: ResolvedPlan): void {
  const { operation } = operationContext;
  const context = requestContext.context as GatewayContext;
  if (operation.operation !== OperationTypeNode.QUERY) return;
  context.shape = shapes.shapeOf(operationContext, requestContext.request.variables);
  if (!context.shape) return;
  operationContext.operation = { ...operation, selectionSet: NAME_OF_ROOT };
  operationContext.fragments = {};
}

/** What Apollo merges is merged into what the roots of the plan were answered. */
function shapeData(result: GatewayExecutionResult, { shape, roots }: GatewayContext): GatewayExecutionResult {
  if (!shape || result.data == null) return result;
  return { ...result, data: shape(Object.assign({}, ...roots)) as GatewayExecutionResult['data'] };
}

/**
 * What the library plans. It remembers a plan by the name that the client gives, too: whether or not somebody names the
 * only operation of a document, the plan is one. A rehearsal has variables of ours, since nobody gave any.
 */
function asPlanned<T extends GatewayGraphQLRequestContext>(requestContext: T): T {
  const { request, document, schema, operation, context } = requestContext;
  const isAlone = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  const variables = (context as GatewayContext).isRehearsal ? standInVariables(schema, operation) : request.variables;
  const operationName = isAlone ? undefined : request.operationName;
  return { ...requestContext, request: { ...request, operationName, variables } };
}

/** An answer without anything, or what the operation is refused for. */
async function rehearse(execute: () => Promise<GatewayExecutionResult>): Promise<GatewayExecutionResult> {
  try {
    return await execute();
  } catch (error) {
    return error === HAS_ITS_PLAN ? { data: null } : refuseUnplannable(error);
  }
}

function fragmentsOf({
  definitions,
}: {
  definitions: readonly { kind: string }[];
}): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[];
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The planner throws plain errors with its limits; nothing else throws before execution. */
function refuseUnplannable(error: unknown): never {
  const { message } = error as Error;
  if (/limit|too many/i.test(message)) {
    const refusal = new SpeakingError(
      'TOO_MANY_PATHS',
      'The operation has too many ways through the graph: facets inside facets. Ask for them in separate operations.',
    );
    throw asBadRequest(refusal);
  }
  throw error;
}
