import type { Actor, AsOf, Deadline } from '@tieuchi/subgraph-kit';

/** What the gateway knows of one request; the clients' own headers never get further than this. */
export interface GatewayContext {
  readonly actor: Actor;
  /** Resolved from `@asOf` once the operation is known, before anything is planned. */
  asOf: AsOf | null;
  /** Fetches that got no answer, with the place in the answer that they were for. */
  readonly unanswered: UnansweredFetch[];
  /** How long the client waits for the whole answer. */
  readonly deadline: Deadline;
}

export interface UnansweredFetch {
  readonly service: string;
  /** Where in the answer; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
}

export function createGatewayContext(actor: Actor, deadline: Deadline): GatewayContext {
  return { actor, asOf: null, unanswered: [], deadline };
}
