import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from '@tieuchi/subgraph-kit';
import { createBreaker } from './breaker';
import { ConnectionFault } from './connection-fault';
import { type FetchTerms, fetchOnTerms } from './fetch-policy';

const broken = () => Promise.reject(new ConnectionFault('wards', new Error('reset')));
const never = () => new Promise<never>(() => {});

function termsOf(terms: Partial<FetchTerms> = {}): FetchTerms {
  const breaker = createBreaker({ failuresToOpen: 2, pauseMs: 60_000, now: () => performance.now() });
  return { breaker, deadlineMs: 200, request: Deadline.after(10_000), idempotent: true, ...terms };
}

/** Answers with what comes next in line, and counts how often it was asked. */
function inTurn(...answers: (() => Promise<string>)[]) {
  const asked = { times: 0, leftMs: [] as number[] };
  const run = (deadline: Deadline) => {
    asked.leftMs.push(deadline.leftMs());
    asked.times += 1;
    return (answers[asked.times - 1] ?? never)();
  };
  return { asked, run };
}

const answered = () => Promise.resolve('answer');

describe('a fetch', () => {
  it('goes again once when its connection breaks', async () => {
    const { asked, run } = inTurn(broken, answered);
    expect(await fetchOnTerms(termsOf(), run)).toBe('answer');
    expect(asked.times).toBe(2);
  });

  it('does not go a third time', async () => {
    const { asked, run } = inTurn(broken, broken, answered);
    await expect(fetchOnTerms(termsOf(), run)).rejects.toThrow('the connection to wards failed');
    expect(asked.times).toBe(2);
  });

  it('that writes does not go again', async () => {
    const { asked, run } = inTurn(broken, answered);
    await expect(fetchOnTerms(termsOf({ idempotent: false }), run)).rejects.toThrow('the connection');
    expect(asked.times).toBe(1);
  });

  it('does not go again after an answer that is none, nor after its time', async () => {
    const garbage = inTurn(() => Promise.reject(new Error('the answer is no object')), answered);
    await expect(fetchOnTerms(termsOf(), garbage.run)).rejects.toThrow('no object');
    const late = inTurn(never, answered);
    await expect(fetchOnTerms(termsOf(), late.run)).rejects.toThrow('no answer within 200 ms');
    expect([garbage.asked.times, late.asked.times]).toEqual([1, 1]);
  });

  it('goes again within the same time, not with new time', async () => {
    const slowlyBroken = () => sleep(120).then(broken);
    const { asked, run } = inTurn(slowlyBroken, never);
    const began = performance.now();
    await expect(fetchOnTerms(termsOf(), run)).rejects.toThrow('no answer within');
    expect(asked.leftMs[1]).toBeLessThan(100);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('has what is left of its request, where that is less', async () => {
    const { asked, run } = inTurn(answered);
    await fetchOnTerms(termsOf({ request: Deadline.after(50) }), run);
    expect(asked.leftMs[0]).toBeLessThanOrEqual(50);
  });

  it('is not made when the time of its request is over', async () => {
    const { asked, run } = inTurn(answered);
    await expect(fetchOnTerms(termsOf({ request: Deadline.after(0) }), run)).rejects.toThrow('was over');
    expect(asked.times).toBe(0);
  });

  it('is given up as soon as whoever asked is gone', async () => {
    const client = new AbortController();
    const { run } = inTurn(never);
    const fetching = fetchOnTerms(termsOf({ deadlineMs: 5_000, request: Deadline.after(10_000, client.signal) }), run);
    const began = performance.now();
    client.abort();
    await expect(fetching).rejects.toThrow('gone');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('a service that fails', () => {
  it('is not asked for a while after failures in a row', async () => {
    const terms = termsOf();
    const dead = inTurn(broken, broken, broken, broken, answered);
    for (let fetch = 0; fetch < 2; fetch += 1)
      await expect(fetchOnTerms(terms, dead.run)).rejects.toThrow('connection');
    await expect(fetchOnTerms(terms, dead.run)).rejects.toThrow('not asked for a while');
    expect(dead.asked.times).toBe(4);
  });

  it('is not blamed for requests that had no time left for it, nor for clients that went away', async () => {
    const terms = termsOf();
    for (let fetch = 0; fetch < 3; fetch += 1) {
      const gone = AbortSignal.timeout(5);
      await expect(fetchOnTerms({ ...terms, request: Deadline.after(5_000, gone) }, never)).rejects.toThrow('gone');
    }
    for (let fetch = 0; fetch < 3; fetch += 1) {
      await expect(fetchOnTerms({ ...terms, request: Deadline.after(20) }, never)).rejects.toThrow('no answer');
    }
    expect(await fetchOnTerms(terms, answered)).toBe('answer');
  });
});
