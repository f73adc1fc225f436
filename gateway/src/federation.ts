import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import { type Logger, SpeakingError } from '@tieuchi/subgraph-kit';
import type { FragmentDefinitionNode, GraphQLFormattedError } from 'graphql';
import { Kind } from 'graphql';
import { readFieldOwners } from './answer/field-owners';
import { asBadRequest } from './answer/shown-error';
import { tidyErrors } from './answer/tidy-answer';
import type { GatewayContext } from './gateway-context';
import { findVariableFaults } from './limits/variable-faults';
import type { GatewayMetrics } from './metrics/gateway-metrics';
import { measureFetches } from './metrics/measure-fetches';
import { watchPlans } from './metrics/plan-watch';
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
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
    buildService({ name }) {
      const access = accessByName.get(name);
      if (!access) throw new Error(`the supergraph names the subgraph ${name}, which is not configured`);
      return measureFetches(createDataSource(access, subgraphDeadlineMs, logger), name, metrics);
    },
    experimental_didResolveQueryPlan: plans.planned,
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      return {
        async executor(requestContext) {
          const { schema, operation, request } = requestContext;
          const faults = findVariableFaults(schema, operation, request.variables ?? {});
          if (faults.length > 0) return { errors: faults } as GatewayExecutionResult;
          plans.arrived(requestContext);
          const result = await executor(requestContext).catch(refuseUnplannable);
          const context = requestContext.context as GatewayContext;
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
