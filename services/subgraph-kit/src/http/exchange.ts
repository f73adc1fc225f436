import type { ServerResponse } from 'node:http';
import type { RequestTrace, TracedRequest } from './request-trace';

/** One request and its answer, as its end shows it: nothing of what was asked or answered. */
export interface Exchange {
  /** The pattern that took it, such as `/evidence/*`; never the path itself, which names things. */
  readonly address: string;
  /** 499 where the client went away before the end, as nginx counts it. */
  readonly status: number;
  readonly seconds: number;
  /** Why it was refused before GraphQL began; null where it was not. */
  readonly refusedWith: string | null;
  readonly trace: RequestTrace;
}

const CLIENT_WENT_AWAY = 499;

const refusals = new WeakMap<ServerResponse, string>();

/** Notes why this answer is a refusal. */
export function noteRefusal(response: ServerResponse, code: string): void {
  refusals.set(response, code);
}

/** Calls `onEnded` once, when the answer is out or its client gone. */
export function watchExchange(
  address: string,
  response: ServerResponse<TracedRequest>,
  onEnded: (exchange: Exchange) => void,
): void {
  const began = performance.now();
  response.once('close', () => {
    onEnded({
      address,
      status: response.writableFinished ? response.statusCode : CLIENT_WENT_AWAY,
      seconds: (performance.now() - began) / 1_000,
      refusedWith: refusals.get(response) ?? null,
      trace: response.req.trace,
    });
  });
}
