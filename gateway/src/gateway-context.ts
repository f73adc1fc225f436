import type { Actor, AsOf, SpeakingError } from '@tieuchi/subgraph-kit';

/** What the gateway knows of one request; the clients' own headers never get further than this. */
export interface GatewayContext {
  readonly actor: Actor;
  /** Resolved from `@asOf` once the operation is known, before anything is planned. */
  asOf: AsOf | null;
  /** Fetches that got no answer, with the place in the answer that they were for. */
  readonly unanswered: UnansweredFetch[];
  /** Why nothing was done of an operation that needs somebody. A list, since Apollo hands on a copy of the context. */
  readonly refusals: SpeakingError[];
}

export interface UnansweredFetch {
  readonly service: string;
  /** Where in the answer; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
}

export function createGatewayContext(actor: Actor): GatewayContext {
  return { actor, asOf: null, unanswered: [], refusals: [] };
}
