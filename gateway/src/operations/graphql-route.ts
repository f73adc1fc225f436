import type { IncomingMessage } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import {
  type Actor,
  answerRefusal,
  Deadline,
  type HttpRoute,
  type Logger,
  parseJson,
  readBody,
  untilGone,
} from '@tieuchi/subgraph-kit';
import { createGatewayContext, type GatewayContext } from '../gateway-context';
import type { Admission } from './admission';
import { readGraphqlRequest } from './asked-operation';
import { readIdempotencyKey } from './idempotency-key';

const BODY_LIMIT_BYTES = 256_000;

/** `/graphql`: who asks, whether the operation may come in, and then Apollo. */
export function createGraphqlRoute(
  server: ApolloServer<GatewayContext>,
  admit: Admission,
  identify: (request: IncomingMessage) => Promise<Actor>,
  requestDeadlineMs: number,
  logger: Logger,
): HttpRoute {
  return async (request, response) => {
    const deadline = Deadline.after(requestDeadlineMs, untilGone(response));
    try {
      const actor = await identify(request);
      const key = readIdempotencyKey(request);
      const text = await readBody(request, BODY_LIMIT_BYTES);
      const { asked, withQuery } = readGraphqlRequest(request, text === '' ? undefined : parseJson(text));
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? 'GET',
          headers: headerMapOf(request),
          ...withQuery(admit(asked)),
        },
        context: async () => createGatewayContext(actor, deadline, key),
      });
      response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
      if (answer.body.kind === 'complete') response.end(answer.body.string);
      else throw new Error('an answer in parts was not asked for');
    } catch (error) {
      answerRefusal(response, error, logger);
    }
  };
}

function headerMapOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
