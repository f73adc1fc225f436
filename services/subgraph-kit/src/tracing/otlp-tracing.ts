import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace as traces } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createTracedClient } from './traced-client';
import type { ExchangeToTrace, TracedExchange, Tracing } from './tracing';

/** No news: asked every few seconds. */
const UNTRACED = new Set(['/healthz', '/readyz', '/metrics']);
const FIRST_FAULT = 500;

/** Spans for OpenTelemetry's collector, or whatever else takes OTLP over HTTP. Apollo's gateway makes its own beside ours. */
export function openOtlpTracing(service: string, endpoint: string | undefined): Tracing {
  const url = endpoint === undefined ? undefined : `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'tieuchi' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  // the client's own trace is read and passed on by us, and nothing beside it: no baggage
  provider.register({ propagator: null });
  const tracer = traces.getTracer('tieuchi');
  return {
    beginExchange: (exchange) => (UNTRACED.has(exchange.address) ? null : beginExchange(tracer, exchange)),
    traceparent: () => printTraceparent(),
    Client: createTracedClient(tracer),
    stop: () => provider.shutdown(),
  };
}

/** A span from a request's head to the end of its answer, under that of whoever asked. */
function beginExchange(tracer: Tracer, { address, request, response }: ExchangeToTrace): TracedExchange {
  const { method = '', trace } = request;
  const attributes = {
    'http.request.method': method,
    'http.route': address,
    'tieuchi.request_id': trace.correlationId,
  };
  const asked = contextOf(trace.traceparent);
  const span = tracer.startSpan(`${method} ${address}`, { kind: SpanKind.SERVER, attributes }, asked);
  response.once('close', () => {
    span.setAttribute('http.response.status_code', response.statusCode);
    if (response.statusCode >= FIRST_FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  const own = traces.setSpan(asked, span);
  return {
    trace: { ...trace, traceparent: printTraceparent(own) },
    run: (work) => context.with(own, work),
  };
}

/** @param traceparent well-formed, see `readTrace` */
function contextOf(traceparent: string | null) {
  if (traceparent === null) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.split('-');
  const traceFlags = Number.parseInt(flags, 16);
  return traces.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function printTraceparent(of = context.active()): string | null {
  const span = traces.getSpanContext(of);
  if (!span) return null;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}
