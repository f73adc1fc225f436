import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { streamVersions, VERSION_HEADER, VERSIONS_PATH } from '../data-version/version-route';
import { DEADLINE_HEADER, readDeadline } from '../deadline';
import { SpeakingError } from '../errors/speaking-error';
import { createAnswer, type SubgraphRequest } from '../graphql-executor';
import type { InternalIdentity } from '../identity/internal-token';
import { createTokenVerifier } from '../identity/token-memory';
import { createMetricsRoute, METRICS_PATH, observeExchanges } from '../metrics/exchange-metrics';
import { MetricRegistry } from '../metrics/metric-registry';
import { measureProcess } from '../metrics/process-metrics';
import { readinessWithin } from '../readiness';
import type { Subgraph } from '../subgraph';
import { parseJson, readBody, readBytes } from './http-body';
import { isRepeated } from './http-header';
import { answerRefusal } from './http-refusal';
import { answerJson, type HttpRoute, listen, type RunningServer, untilGone } from './http-server';
import { type TracedRequest, traced } from './request-trace';

/** The gateway's plans are long where many units are asked for at once: 63 provinces with their ledgers are 130 kB. */
const BODY_LIMIT_BYTES = 4_000_000;

/** A file of the statistics office is 1.5 MB. */
export const UPLOAD_LIMIT_BYTES = 20_000_000;

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly internalKey: string;
  readonly logger: Logger;
}

/**
 * A subgraph as a process of its own: `/graphql` and internal addresses for the gateway alone, `/healthz` (alive),
 * `/readyz` (can answer now, with its versions) and `/metrics` for whoever runs it.
 */
export async function serve(subgraph: Subgraph, options: ServeOptions): Promise<RunningServer> {
  const { internalKey, logger } = options;
  const run = createAnswer(subgraph, logger);
  const verify = createTokenVerifier(internalKey);
  const metrics = new MetricRegistry();
  const ending = new AbortController();
  measureProcess(metrics);
  for (const gauge of subgraph.gauges ?? []) metrics.gauge(gauge);

  async function graphql(request: TracedRequest, response: ServerResponse) {
    const deadline = readDeadline(request.headers[DEADLINE_HEADER], untilGone(response));
    const identity = await identify(request, verify);
    const asked = readRequest(parseJson(await readBody(request, BODY_LIMIT_BYTES)));
    const answer = await run(asked, { ...identity, deadline, trace: request.trace });
    nameVersion(response);
    answerJson(response, 200, answer);
  }

  async function internal(request: TracedRequest, response: ServerResponse) {
    const { actor } = await identify(request, verify);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://service');
    if (pathname === VERSIONS_PATH && subgraph.dataVersion)
      return streamVersions(subgraph.dataVersion, response, ending.signal);
    const upload = request.method === 'POST' && {
      actor,
      parameters: Object.fromEntries(searchParams),
      content: await readBytes(request, UPLOAD_LIMIT_BYTES),
    };
    const reading = { actor, headOnly: request.method === 'HEAD' };
    const answer = await subgraph.internalRoute?.(pathname, upload || undefined, reading);
    if (!answer) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    nameVersion(response);
    response.writeHead(answer.status ?? 200, { ...answer.headers, 'content-type': answer.contentType });
    response.end(answer.body);
  }

  /** After the work: what it wrote is among it. */
  function nameVersion(response: ServerResponse): void {
    const version = subgraph.dataVersion?.current ?? null;
    if (version !== null) response.setHeader(VERSION_HEADER, version);
  }

  const running = await listen({
    host: options.host,
    port: options.port,
    onUnexpected: (error, trace) => traced(logger, trace).error({ err: error }, 'request failed'),
    onEnded: observeExchanges(metrics, logger),
    routes: {
      [METRICS_PATH]: createMetricsRoute(metrics),
      '/healthz': async (_request, response) => answerJson(response, 200, { alive: true }),
      '/readyz': async (_request, response) => {
        const readiness = await readinessWithin(subgraph);
        answerJson(response, readiness.ready ? 200 : 503, readiness);
      },
      '/graphql': speaking(graphql, logger),
      '*': speaking(internal, logger),
    },
  });
  return {
    ...running,
    drain(graceMs) {
      ending.abort();
      return running.drain(graceMs);
    },
  };
}

function identify(
  { headers, rawHeaders }: IncomingMessage,
  verify: (token: string | undefined) => Promise<InternalIdentity>,
): Promise<InternalIdentity> {
  const [scheme, token] = (headers.authorization ?? '').split(' ', 2);
  const isAlone = !isRepeated(rawHeaders, 'authorization');
  return verify(scheme === 'Bearer' && isAlone ? token : undefined);
}

/** @throws SpeakingError BAD_USER_INPUT for JSON that asks nothing */
function readRequest(body: unknown): SubgraphRequest {
  const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
  const isNamed = operationName == null || typeof operationName === 'string';
  const hasVariables = variables == null || (typeof variables === 'object' && !Array.isArray(variables));
  if (typeof query !== 'string' || !isNamed || !hasVariables) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      'The body is not a GraphQL request: { query, variables, operationName }.',
    );
  }
  return {
    query,
    variables: (variables ?? undefined) as Record<string, unknown> | undefined,
    operationName: operationName ?? undefined,
  };
}

/** Failures before execution as GraphQL errors. */
function speaking(route: HttpRoute, logger: Logger): HttpRoute {
  return (request, response) =>
    route(request, response).catch((error: unknown) => answerRefusal(response, error, logger));
}
