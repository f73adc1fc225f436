import type { ServerResponse } from 'node:http';
import type { Client } from 'pg';
import { z } from 'zod';
import type { RequestTrace, TracedRequest } from '../http/request-trace';

/** One request as its own span. */
export interface TracedExchange {
  /** The same request under the id of its span. */
  readonly trace: RequestTrace;
  /** What `work` does, now and later, belongs to the span. */
  run<T>(work: () => T): T;
}

export interface ExchangeToTrace {
  /** The pattern that takes it, never the path itself. */
  readonly address: string;
  readonly request: TracedRequest;
  readonly response: ServerResponse;
}

/** How a process tells a collector what it does, where somebody listens. */
export interface Tracing {
  /** Null for what is asked every few seconds by whoever runs the process. */
  beginExchange(exchange: ExchangeToTrace): TracedExchange | null;
  /** Of the span that this code runs for, as W3C writes it; null outside of one. */
  traceparent(): string | null;
  /** A connection to PostgreSQL whose statements are spans, without their values. */
  readonly Client: typeof Client;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

/** OpenTelemetry's own names; those that its exporter and its sampler read beside them are left to them. */
export const tracingVariables = {
  /** Where spans go, by OTLP over HTTP as JSON: `/v1/traces` under it. Unset: nowhere. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be a URL with http://' }).optional(),
  /** `otlp` sends also without an endpoint, to localhost:4318; `none` never. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).optional(),
};

type TracingEnvironment = z.output<z.ZodObject<typeof tracingVariables>>;

let running: Tracing | null = null;

/** Null where nobody listens. */
export function currentTracing(): Tracing | null {
  return running;
}

/**
 * Begins to send spans where the environment says where to, before the first connection is made. Nothing of it is loaded
 * elsewhere.
 * @param service what the collector calls this process
 */
export function startTracing(
  service: string,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: exporter }: TracingEnvironment,
): void {
  if (exporter === 'none' || (exporter === undefined && endpoint === undefined)) return;
  const { openOtlpTracing } = require('./otlp-tracing') as typeof import('./otlp-tracing');
  running = openOtlpTracing(service, endpoint);
}

/** The end of a process waits so long for a collector that does not answer. */
const STOP_WITHIN_MS = 2_000;

/** Sends what is not sent yet. Never rejects: a collector that is gone keeps no process alive. */
export async function stopTracing(): Promise<void> {
  const stopping = running?.stop().catch(() => {});
  running = null;
  if (!stopping) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STOP_WITHIN_MS);
  });
  await Promise.race([stopping, late]).finally(() => clearTimeout(timer));
}
