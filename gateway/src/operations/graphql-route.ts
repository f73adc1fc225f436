import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  answerRefusal,
  Deadline,
  dayInVietnam,
  type HttpRoute,
  type Logger,
  parseJson,
  readBody,
  SpeakingError,
  type TracedRequest,
  untilGone,
} from '@tieuchi/subgraph-kit';
import type { AnswerCache } from '../answer-cache/answer-cache';
import { CachedAnswer } from '../answer-cache/cached-answer';
import { circumstancesOf, questionOf } from '../answer-cache/question';
import type { ServiceVersions } from '../answer-cache/service-versions';
import { createGatewayContext, type GatewayContext } from '../gateway-context';
import type { Identify } from '../identity/identify';
import type { RequestGate } from '../limits/request-gate';
import type { GatewayMetrics } from '../metrics/gateway-metrics';
import type { Admission } from './admission';
import { type GraphqlRequest, readGraphqlRequest } from './asked-operation';
import { readIdempotencyKey } from './idempotency-key';

const BODY_LIMIT_BYTES = 256_000;

export interface GraphqlRouteOptions {
  readonly admit: Admission;
  readonly identify: Identify;
  readonly gate: RequestGate;
  readonly cache: AnswerCache;
  readonly versions: ServiceVersions;
  readonly metrics: GatewayMetrics;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** One request that was read, and what it takes to answer it. */
interface Asked {
  readonly request: TracedRequest;
  readonly context: GatewayContext;
  readonly graphql: GraphqlRequest;
}

/**
 * `/graphql`: who asks, whether there is an answer already, whether the operation may come in, and then Apollo. What is
 * answered from the cache passes no gate: it costs less than being sent away.
 */
export function createGraphqlRoute(server: ApolloServer<GatewayContext>, options: GraphqlRouteOptions): HttpRoute {
  const { admit, identify, gate, cache, versions, metrics, requestDeadlineMs, logger, now } = options;

  async function execute({ request, context, graphql }: Asked): Promise<HTTPGraphQLResponse> {
    const leave = await gate.enter();
    try {
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? 'GET',
          headers: headerMapOf(request),
          ...graphql.withQuery(counted(metrics, () => admit(graphql.asked, request.trace))),
        },
        context: async () => context,
      });
      // answered as where no token was accepted, to the last byte
      if (context.refusals[0]) throw context.refusals[0];
      return answer;
    } finally {
      leave();
    }
  }

  /** @param question what it is asked again as; null for what is made for this request alone */
  async function answer(asked: Asked, question: string | null, response: ServerResponse): Promise<void> {
    const { request, context, graphql } = asked;
    if (question === null || versions.isBehind(graphql.dataVersions)) return send(response, await execute(asked));
    const kept = cache.find(question);
    metrics.cachedAnswers.add({ found: kept ? 'yes' : 'no' });
    if (kept) return kept.send(request, response);
    let own: HTTPGraphQLResponse | undefined;
    const shared = await cache.share(question, async () => {
      own = await execute(asked);
      return { answer: keepable(own), reuse: context.reuse };
    });
    if (shared) return shared.send(request, response);
    send(response, own ?? (await execute(asked)));
  }

  return async (request, response) => {
    try {
      const actor = await identify(request);
      const idempotencyKey = readIdempotencyKey(request);
      const text = await readBody(request, BODY_LIMIT_BYTES);
      const circumstances = circumstancesOf(request, actor, dayInVietnam(now()));
      const spelling = `${circumstances}\n${request.url}\n${text}`;
      const kept = idempotencyKey === null ? cache.recall(spelling) : null;
      if (kept) {
        metrics.cachedAnswers.add({ found: 'yes' });
        return await kept.send(request, response);
      }
      const graphql = readGraphqlRequest(request, text === '' ? undefined : parseJson(text));
      const question = idempotencyKey === null ? questionOf(graphql, circumstances) : null;
      // one that says what its client knows is read each time
      if (question !== null && Object.keys(graphql.dataVersions).length === 0) cache.note(spelling, question);
      const deadline = Deadline.after(requestDeadlineMs, untilGone(response));
      const context = createGatewayContext({ actor, trace: request.trace }, deadline, idempotencyKey);
      await answer({ request, context, graphql }, question, response);
    } catch (error) {
      answerRefusal(response, error, logger);
    }
  };
}

function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): void {
  if (body.kind !== 'complete') throw new Error('an answer in parts was not asked for');
  response.writeHead(status ?? 200, Object.fromEntries(headers));
  response.end(body.string);
}

/** @returns null for what is no answer to a question that was understood */
function keepable({ status = 200, headers, body }: HTTPGraphQLResponse): CachedAnswer | null {
  if (status !== 200 || body.kind !== 'complete') return null;
  return new CachedAnswer(body.string, headers.get('content-type') ?? 'application/json');
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
