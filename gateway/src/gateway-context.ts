import { type Actor, type AsOf, Deadline, type RequestTrace, type SpeakingError, SYSTEM } from '@tieuchi/subgraph-kit';
import type { AnswerShape } from './answer/answer-shapes';
import { type AnswerReuse, createAnswerReuse } from './answer-cache/answer-reuse';

/** Whom an answer is for. */
export interface Asker {
  readonly actor: Actor;
  /** Of the request that it is asked in; undefined for an operation that nobody asked. */
  readonly trace: RequestTrace | undefined;
}

/** What the gateway knows of one request; the clients' own headers never get further than this. */
export interface GatewayContext extends Asker {
  /** Resolved from `@asOf` once the operation is known, before anything is planned. */
  asOf: AsOf | null;
  /** The indicators that the operation asks about; null where it does not say, or leaves it open. */
  indicators: readonly string[] | null;
  /** Fetches that got no answer, with the place in the answer that they were for. */
  readonly unanswered: UnansweredFetch[];
  /** Why nothing was done of an operation that needs somebody. A list, since Apollo hands on a copy of the context. */
  readonly refusals: SpeakingError[];
  /** How long the client waits for the whole answer. */
  readonly deadline: Deadline;
  /** The client's name for what it writes; null: each time it is sent it is another write. */
  readonly idempotencyKey: string | null;
  /** Of the operation and its variables; set once they are known. */
  requestHash: string | null;
  /** Whether its answer may be given again, to whom, and until when. */
  readonly reuse: AnswerReuse;
  /** What services answered about no entity of another, in which all else is merged. */
  readonly roots: object[];
  /** How the answer is taken from them; null where Apollo does that. */
  shape: AnswerShape | null;
  /** How many fetches that write were sent for it. */
  writingFetches: number;
  /** Whether the operation is planned and not run. */
  readonly isRehearsal: boolean;
}

export interface UnansweredFetch {
  readonly service: string;
  /** Where in the answer; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
}

export function createGatewayContext(
  { actor, trace }: Asker,
  deadline: Deadline,
  idempotencyKey: string | null = null,
): GatewayContext {
  return {
    actor,
    trace,
    asOf: null,
    indicators: null,
    unanswered: [],
    refusals: [],
    deadline,
    idempotencyKey,
    requestHash: null,
    reuse: createAnswerReuse(),
    roots: [],
    shape: null,
    writingFetches: 0,
    isRehearsal: false,
  };
}

/** For an operation that nobody asked yet. */
export function createRehearsalContext(): GatewayContext {
  return { ...createGatewayContext({ actor: SYSTEM, trace: undefined }, Deadline.after(0)), isRehearsal: true };
}
