import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import {
  type AsOf,
  type IdempotentRequest,
  type Logger,
  SpeakingError,
  type SubgraphRequest,
  traced,
} from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../gateway-context';
import { createBreaker } from './breaker';
import { checkAnswer } from './check-answer';
import { fetchOnTerms } from './fetch-policy';
import { JoinedFetches } from './joined-fetches';
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
  const send = async (
    context: GatewayContext,
    asOf: AsOf,
    request: SubgraphRequest,
  ): Promise<FormattedExecutionResult> => {
    const { actor, indicators, trace, deadline, reuse } = context;
    const idempotent = !isMutation(request.query);
    // a reading is given up with whoever asked; a write that was sent is finished, and its key tells what became of it
    const terms = { breaker, deadlineMs, request: idempotent ? deadline : deadline.unattended(), idempotent };
    const idempotency = idempotent ? null : nextWrite(context);
    return fetchOnTerms(terms, async (left) => {
      const identity = {
        actor,
        asOf,
        deadline: left,
        ...(indicators && { indicators }),
        trace,
        ...(idempotency && { idempotency }),
      };
      const answered = await access.run(request, identity);
      reuse.isPersonal ||= answered.extensions?.personal === true;
      return checkAnswer(answered, request.variables?.representations);
    });
  };
  const joined = new JoinedFetches();
  return {
    async process(fetch) {
      const { query = '', variables, operationName } = fetch.request;
      const context = fetch.context as GatewayContext;
      const { asOf } = context;
      if (!asOf) throw new SpeakingError('AS_OF_MISSING', 'The operation has no days.');
      context.reuse.services.add(access.name);
      try {
        const request = { query, variables, operationName };
        const answer = await joined.fetch(context, request, (whole) => send(context, asOf, whole));
        if (answer.data && !variables?.representations) context.roots.push(answer.data);
        return answer as GatewayGraphQLResponse;
      } catch (error) {
        traced(logger, context.trace).error({ err: error, subgraph: access.name }, 'subgraph did not answer');
        context.unanswered.push({ service: access.name, path: pathOf(fetch) });
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
