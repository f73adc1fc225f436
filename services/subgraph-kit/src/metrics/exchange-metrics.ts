import type { Logger } from 'pino';
import type { Exchange } from '../http/exchange';
import type { HttpRoute } from '../http/http-server';
import { traceFields } from '../http/request-trace';
import type { MetricRegistry } from './metric-registry';

/** Where a server tells of itself, beside `/healthz` and `/readyz`. */
export const METRICS_PATH = '/metrics';

/** Seconds: an answer from memory, a usual one, the deadline of a subgraph, an import. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;

/** Asked every few seconds by whoever runs the server: no news. */
const OWN_ADDRESSES = new Set(['/healthz', '/readyz', METRICS_PATH]);

/** Counts requests by address and status and refusals by code, and writes one line of each request to the log. */
export function observeExchanges(registry: MetricRegistry, logger: Logger): (exchange: Exchange) => void {
  const requests = registry.histogram(
    'tieuchi_http_request_seconds',
    'Time from the head of a request to the end of its answer.',
    SECONDS,
    ['address', 'status'],
  );
  const refusals = registry.counter(
    'tieuchi_refusals_total',
    'Requests that were refused before GraphQL began, by the code of the refusal: identity, body, limits.',
    ['code'],
  );
  return ({ address, status, seconds, refusedWith, trace }) => {
    requests.observe(seconds, { address, status: String(status) });
    if (refusedWith !== null) refusals.add({ code: refusedWith });
    const level = OWN_ADDRESSES.has(address) ? 'debug' : 'info';
    if (!logger.isLevelEnabled(level)) return;
    const ms = Math.round(seconds * 1_000);
    logger[level]({ ...traceFields(trace), address, status, ms, ...(refusedWith && { refusedWith }) }, 'answered');
  };
}

/** `/metrics`: for the address that nobody outside reaches. */
export function createMetricsRoute(registry: MetricRegistry): HttpRoute {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    response.end(await registry.print());
  };
}
