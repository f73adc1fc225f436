import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { type Logger, SpeakingError } from '@tieuchi/subgraph-kit';
import type { GatewayContext } from '../gateway-context';
import { checkAnswer } from './check-answer';
import type { SubgraphAccess } from './subgraph-access';

/**
 * What Apollo's executor sees of a subgraph. A fetch that fails or takes too long gives nothing and is noted in the
 * context; the answer's end makes one error per service of it, without the address that failed.
 */
export function createDataSource(
  access: SubgraphAccess,
  deadlineMs: number,
  logger: Logger,
): GraphQLDataSource<GatewayContext> {
  return {
    async process(fetch) {
      const { request, context } = fetch;
      const { actor, asOf, unanswered } = context as GatewayContext;
      if (!asOf) throw new SpeakingError('AS_OF_MISSING', 'The operation has no days.');
      const { query = '', variables, operationName } = request;
      try {
        const answer = await withDeadline(access.run({ query, variables, operationName }, { actor, asOf }), deadlineMs);
        return checkAnswer(answer, variables?.representations) as GatewayGraphQLResponse;
      } catch (error) {
        logger.error({ err: error, subgraph: access.name }, 'subgraph did not answer');
        unanswered.push({ service: access.name, path: pathOf(fetch) });
        return { data: null, http: undefined } as unknown as GatewayGraphQLResponse;
      }
    },
  };
}

function pathOf(fetch: GraphQLDataSourceProcessOptions<GatewayContext>): readonly (string | number)[] {
  return ('pathInIncomingRequest' in fetch && fetch.pathInIncomingRequest) || [];
}

/** Rejects when the deadline passes first; the late result is dropped. */
function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
