import type { IncomingMessage } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import {
  answerRefusal,
  Deadline,
  type HttpRoute,
  type Logger,
  parseJson,
  readBody,
  SpeakingError,
  untilGone,
} from '@tieuchi/subgraph-kit';
import { createGatewayContext, type GatewayContext } from '../gateway-context';
import type { Identify } from '../identity/identify';
import type { GatewayMetrics } from '../metrics/gateway-metrics';
import type { Admission } from './admission';
import { readGraphqlRequest } from './asked-operation';
import { readIdempotencyKey } from './idempotency-key';

const BODY_LIMIT_BYTES = 256_000;

export interface GraphqlRouteOptions {
  readonly admit: Admission;
  readonly identify: Identify;
  readonly metrics: GatewayMetrics;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
}

/** `/graphql`: who asks, whether the operation may come in, and then Apollo. */
export function createGraphqlRoute(
  server: ApolloServer<GatewayContext>,
  { admit, identify, metrics, requestDeadlineMs, logger }: GraphqlRouteOptions,
): HttpRoute {
  return async (request, response) => {
    const deadline = Deadline.after(requestDeadlineMs, untilGone(response));
    try {
      const actor = await identify(request);
      const context = createGatewayContext(actor, deadline, readIdempotencyKey(request));
      const text = await readBody(request, BODY_LIMIT_BYTES);
      const { asked, withQuery } = readGraphqlRequest(request, text === '' ? undefined : parseJson(text));
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? 'GET',
          headers: headerMapOf(request),
          ...withQuery(counted(metrics, () => admit(asked))),
        },
        context: async () => context,
      });
      // answered as where no token was accepted, to the last byte
      if (context.refusals[0]) throw context.refusals[0];
      response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
      if (answer.body.kind === 'complete') response.end(answer.body.string);
      else throw new Error('an answer in parts was not asked for');
    } catch (error) {
      answerRefusal(response, error, logger);
    }
  };
}

/** What is not let in never reaches Apollo, where refusals are counted otherwise. */
function counted<T>(metrics: GatewayMetrics, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SpeakingError) metrics.refusedOperations.add({ code: String(error.extensions.code) });
    throw error;
  }
}

function headerMapOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
