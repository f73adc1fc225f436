import { setTimeout as pause } from 'node:timers/promises';
import { Deadline } from '@tieuchi/subgraph-kit';
import type { Breaker, FetchOutcome } from './breaker';
import { ConnectionFault } from './connection-fault';

/** Long enough for a connection that was closed at its other end to be known as closed. */
const BEFORE_RETRY_MS = 20;
/** Timers go off a little early or late by the clock that deadlines are measured with. */
const TIMERS_DIFFER_MS = 5;

export interface FetchTerms {
  readonly breaker: Breaker;
  /** How long one fetch may take. */
  readonly deadlineMs: number;
  /** What is left of the request that it is for. */
  readonly request: Deadline;
  /** Whether it may be sent twice. */
  readonly idempotent: boolean;
}

/**
 * One fetch from a service: within its deadline and the request's, past its breaker, and once more over a new connection
 * where the first one broke and nothing can happen twice.
 * @throws what the last try failed with
 */
export async function fetchOnTerms<T>(
  { breaker, deadlineMs, request, idempotent }: FetchTerms,
  run: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const leftMs = Math.min(deadlineMs, request.leftMs());
  if (leftMs === 0) throw new Error('the time of the request was over before it was asked');
  const end = breaker.enter();
  if (!end) throw new Error('it failed again and again and is not asked for a while');
  const deadline = Deadline.after(leftMs, request.signal);
  let outcome: FetchOutcome = 'FAILED';
  try {
    const answer = await withinDeadline(run(deadline), deadline).catch(async (error: unknown) => {
      if (!idempotent || !(error instanceof ConnectionFault)) throw error;
      await pause(BEFORE_RETRY_MS);
      if (deadline.leftMs() === 0) throw error;
      return withinDeadline(run(deadline), deadline);
    });
    outcome = 'ANSWERED';
    return answer;
  } catch (error) {
    // the service had less than its own time, so that it was late says nothing of it
    const wasHurried = leftMs < deadlineMs && deadline.leftMs() < TIMERS_DIFFER_MS;
    if (wasHurried || request.signal?.aborted) outcome = 'GIVEN_UP';
    throw error;
  } finally {
    end(outcome);
  }
}

/** Rejects when the time is over first or whoever asked is gone; the late result is dropped. */
function withinDeadline<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  const leftMs = deadline.leftMs();
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('whoever asked is gone'));
    const timer = setTimeout(() => reject(new Error(`no answer within ${leftMs} ms`)), leftMs);
    deadline.signal?.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      deadline.signal?.removeEventListener('abort', giveUp);
    });
  });
}
