import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { currentTracing } from '../tracing/tracing';

export const REQUEST_ID_HEADER = 'x-request-id';

/** What names one request in every process that it reaches: in logs, in masked errors, in what a service is asked. */
export interface RequestTrace {
  readonly correlationId: string;
  /** The client's own trace, passed on as it came (https://www.w3.org/TR/trace-context); null without a well-formed one. */
  readonly traceparent: string | null;
}

/** Long enough not to repeat, too narrow for a token or a sentence: dots, blanks and letters beyond ASCII are refused. */
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;
/** Version 00; neither a trace nor a parent of zeros alone. */
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * A request that says its trace itself, to whoever works for it. It is handed on and not kept beside the call stack:
 * on Node 20 `AsyncLocalStorage` watches every promise, a tenth of what an answer costs.
 */
export class TracedRequest extends IncomingMessage {
  private known: RequestTrace | null = null;

  get trace(): RequestTrace {
    this.known ??= readTrace(this.headers);
    return this.known;
  }

  /** The same request under the id of its span. */
  set trace(trace: RequestTrace) {
    this.known = trace;
  }
}

/** Takes over an id that is well-formed and makes one otherwise. */
export function readTrace(headers: IncomingHttpHeaders): RequestTrace {
  const id = headers[REQUEST_ID_HEADER];
  const { traceparent } = headers;
  return {
    correlationId: typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID(),
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null,
  };
}

/** The same log, each line of which names the request; the log itself for what no client asked. */
export function traced(logger: Logger, trace: RequestTrace | undefined): Logger {
  return trace ? logger.child(traceFields(trace)) : logger;
}

/** What a line of the log says of its request. */
export function traceFields({ correlationId, traceparent }: RequestTrace): Readonly<Record<string, string>> {
  return { correlationId, ...(traceparent !== null && { traceparent }) };
}

/** What goes along with a request to another process of ours; nothing with what no client asked. */
export function traceHeaders(trace: RequestTrace | undefined): Record<string, string> {
  if (!trace) return {};
  const traceparent = currentTracing()?.traceparent() ?? trace.traceparent;
  return { [REQUEST_ID_HEADER]: trace.correlationId, ...(traceparent !== null && { traceparent }) };
}
