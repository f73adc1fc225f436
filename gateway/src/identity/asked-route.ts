import type { ServerResponse } from 'node:http';
import { answerRefusal, type HttpRoute, type Logger, type TracedRequest, traced } from '@tieuchi/subgraph-kit';
import type { Asker } from '../gateway-context';
import type { Identify } from './identify';

export interface RouteTerms {
  readonly identify: Identify;
  readonly logger: Logger;
}

/** One exchange, of which it is known who asks. */
export interface AskedExchange {
  readonly request: TracedRequest;
  readonly response: ServerResponse<TracedRequest>;
  readonly asker: Asker;
  /** Each of its lines names the request. */
  readonly log: Logger;
}

/** A route that is told who asks. What it throws before it answers is answered in words, with the status that belongs to it. */
export function askedRoute(
  { identify, logger }: RouteTerms,
  work: (exchange: AskedExchange) => Promise<void>,
): HttpRoute {
  return async (request, response) => {
    try {
      const asker = { actor: await identify(request), trace: request.trace };
      await work({ request, response, asker, log: traced(logger, request.trace) });
    } catch (error) {
      // a client that went away in the middle of its body hears nothing
      if (request.destroyed && !request.complete) return;
      if (response.headersSent) throw error;
      answerRefusal(response, error, logger);
    }
  };
}
