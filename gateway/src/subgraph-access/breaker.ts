/** What became of a fetch: an answer, none, or nobody waited long enough to know. */
export type FetchOutcome = 'ANSWERED' | 'FAILED' | 'GIVEN_UP';

/** Whoever passed says once what became of it. */
export type EndFetch = (outcome: FetchOutcome) => void;

export interface BreakerOptions {
  /** So many failures in a row open it. */
  readonly failuresToOpen: number;
  /** How long it stays open before one fetch may try. */
  readonly pauseMs: number;
  /** The clock, in ms. */
  readonly now: () => number;
}

export interface Breaker {
  /** @returns null where nothing may pass now */
  enter(): EndFetch | null;
}

type State =
  | { readonly name: 'CLOSED'; readonly failures: number }
  | { readonly name: 'OPEN'; readonly until: number }
  | { readonly name: 'TRYING' };

const CLOSED: State = { name: 'CLOSED', failures: 0 };

/**
 * Keeps requests from waiting for a service that is dead: after failures in a row nothing passes for a while, then one
 * fetch tries, and its outcome says whether the others may again.
 */
export function createBreaker({ failuresToOpen, pauseMs, now }: BreakerOptions): Breaker {
  let state: State = CLOSED;

  function endOrdinary(outcome: FetchOutcome): void {
    if (outcome === 'ANSWERED') state = CLOSED;
    // one that began before it opened tells nothing new
    if (outcome !== 'FAILED' || state.name !== 'CLOSED') return;
    const failures = state.failures + 1;
    state = failures < failuresToOpen ? { name: 'CLOSED', failures } : { name: 'OPEN', until: now() + pauseMs };
  }

  function endTrial(outcome: FetchOutcome): void {
    if (outcome === 'ANSWERED') state = CLOSED;
    // who gave up learned nothing: the next may try at once
    else if (state.name === 'TRYING') state = { name: 'OPEN', until: outcome === 'FAILED' ? now() + pauseMs : now() };
  }

  return {
    enter() {
      if (state.name === 'CLOSED') return endOrdinary;
      if (state.name === 'TRYING' || now() < state.until) return null;
      state = { name: 'TRYING' };
      return endTrial;
    },
  };
}
