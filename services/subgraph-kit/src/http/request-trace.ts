import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
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

const running = new AsyncLocalStorage<RequestTrace>();

/** Takes over an id that is well-formed and makes one otherwise. */
export function readTrace(headers: IncomingHttpHeaders): RequestTrace {
  const id = headers[REQUEST_ID_HEADER];
  const { traceparent } = headers;
  return {
    correlationId: typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID(),
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null,
  };
}

/** Whatever `work` does, now and later, is done for this request. */
export function runTraced<T>(trace: RequestTrace, work: () => T): T {
  return running.run(trace, work);
}

/** The request that this code runs for; undefined outside of one, such as at a start. */
export function currentTrace(): RequestTrace | undefined {
  return running.getStore();
}

/** What goes along with a request to another process of ours. */
export function traceHeaders(): Record<string, string> {
  const trace = currentTrace();
  if (!trace) return {};
  const { correlationId } = trace;
  const traceparent = currentTracing()?.traceparent() ?? trace.traceparent;
  return { [REQUEST_ID_HEADER]: correlationId, ...(traceparent !== null && { traceparent }) };
}
