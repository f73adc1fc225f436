import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { type IdempotentRequest, type Logger, SpeakingError, traced } from '@tieuchi/subgraph-kit';
import type { GatewayContext } from '../gateway-context';
import { createBreaker } from './breaker';
import { checkAnswer } from './check-answer';
import { fetchOnTerms } from './fetch-policy';
import type { SubgraphAccess } from './subgraph-access';

/** More than one operation of our clients makes of one service: a single bad answer shuts nobody out. */
const FAILURES_TO_OPEN = 5;
/** A service that comes back is asked again within this. */
const PAUSE_MS = 1_000;

/**
 * What Apollo's executor sees of a subgraph. A fetch that fails or takes too long gives nothing and is noted in the
 * context; the answer's end makes one error per service of it, without the address that failed.
 */
export function createDataSource(
  access: SubgraphAccess,
  deadlineMs: number,
  logger: Logger,
): GraphQLDataSource<GatewayContext> {
  const breaker = createBreaker({
    failuresToOpen: FAILURES_TO_OPEN,
    pauseMs: PAUSE_MS,
    now: () => performance.now(),
  });
  return {
    async process(fetch) {
      const { request } = fetch;
      const context = fetch.context as GatewayContext;
      const { actor, asOf, indicators, trace, unanswered, deadline, reuse } = context;
      if (!asOf) throw new SpeakingError('AS_OF_MISSING', 'The operation has no days.');
      const { query = '', variables, operationName } = request;
      const idempotent = !isMutation(query);
      reuse.services.add(access.name);
      // a reading is given up with whoever asked; a write that was sent is finished, and its key tells what became of it
      const terms = { breaker, deadlineMs, request: idempotent ? deadline : deadline.unattended(), idempotent };
      const idempotency = idempotent ? null : nextWrite(context);
      try {
        const answer = await fetchOnTerms(terms, async (left) => {
          const identity = {
            actor,
            asOf,
            deadline: left,
            ...(indicators && { indicators }),
            trace,
            ...(idempotency && { idempotency }),
          };
          const answered = await access.run({ query, variables, operationName }, identity);
          reuse.isPersonal ||= answered.extensions?.personal === true;
          return checkAnswer(answered, variables?.representations);
        });
        return answer as GatewayGraphQLResponse;
      } catch (error) {
        traced(logger, trace).error({ err: error, subgraph: access.name }, 'subgraph did not answer');
        unanswered.push({ service: access.name, path: pathOf(fetch) });
        return { data: null, http: undefined } as unknown as GatewayGraphQLResponse;
      }
    },
  };
}

/** The planner prints each fetch anew: its kind is its first word. */
function isMutation(query: string): boolean {
  return /^\s*mutation\b/.test(query);
}

/** The fetches of a mutation are made one after the other, so a repetition counts them alike. */
function nextWrite(context: GatewayContext): IdempotentRequest | null {
  const { idempotencyKey: key, requestHash } = context;
  if (key === null || requestHash === null) return null;
  const step = context.writingFetches;
  context.writingFetches += 1;
  return { key, requestHash, step };
}

function pathOf(fetch: GraphQLDataSourceProcessOptions<GatewayContext>): readonly (string | number)[] {
  return ('pathInIncomingRequest' in fetch && fetch.pathInIncomingRequest) || [];
}
