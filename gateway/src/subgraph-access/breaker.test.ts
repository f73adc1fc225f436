import fc from 'fast-check';
import { type Breaker, createBreaker, type EndFetch, type FetchOutcome } from './breaker';

const FAILURES = 3;
const PAUSE_MS = 100;

let nowMs = 0;
const create = () => createBreaker({ failuresToOpen: FAILURES, pauseMs: PAUSE_MS, now: () => nowMs });
beforeEach(() => {
  nowMs = 0;
});

function opened(): Breaker {
  const breaker = create();
  for (let failure = 0; failure < FAILURES; failure += 1) breaker.enter()?.('FAILED');
  return breaker;
}

describe('a breaker', () => {
  it('lets nothing pass once so many fetches in a row have failed, and not before', () => {
    const breaker = create();
    for (let failure = 0; failure < FAILURES; failure += 1) {
      const end = breaker.enter();
      expect(end).not.toBeNull();
      end?.('FAILED');
    }
    expect(breaker.enter()).toBeNull();
  });

  it('counts failures in a row: an answer between them begins anew', () => {
    const breaker = create();
    for (const outcome of ['FAILED', 'FAILED', 'ANSWERED', 'FAILED', 'FAILED'] as const) breaker.enter()?.(outcome);
    expect(breaker.enter()).not.toBeNull();
  });

  it('lets one fetch try after the pause, and the others only when that one was answered', () => {
    const breaker = opened();
    nowMs = PAUSE_MS - 1;
    expect(breaker.enter()).toBeNull();
    nowMs = PAUSE_MS;
    const trial = breaker.enter();
    expect(trial).not.toBeNull();
    expect(breaker.enter()).toBeNull();
    trial?.('ANSWERED');
    expect(breaker.enter()).not.toBeNull();
    expect(breaker.enter()).not.toBeNull();
  });

  it('pauses again when the trial fails', () => {
    const breaker = opened();
    nowMs = PAUSE_MS;
    breaker.enter()?.('FAILED');
    nowMs = 2 * PAUSE_MS - 1;
    expect(breaker.enter()).toBeNull();
    nowMs = 2 * PAUSE_MS;
    expect(breaker.enter()).not.toBeNull();
  });

  it('does not stay shut because somebody gave up on the trial', () => {
    const breaker = opened();
    nowMs = PAUSE_MS;
    breaker.enter()?.('GIVEN_UP');
    expect(breaker.enter()).not.toBeNull();
  });

  it('takes the failure of a fetch that began before it opened for none of the trial', () => {
    const breaker = create();
    const late = breaker.enter();
    for (let failure = 0; failure < FAILURES; failure += 1) breaker.enter()?.('FAILED');
    nowMs = PAUSE_MS;
    const trial = breaker.enter();
    late?.('FAILED');
    nowMs = 2 * PAUSE_MS;
    expect(breaker.enter()).toBeNull();
    trial?.('ANSWERED');
    expect(breaker.enter()).not.toBeNull();
  });
});

type Act = { readonly wait: number } | 'ENTER' | FetchOutcome;

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ wait: fc.integer({ min: 1, max: 2 * PAUSE_MS }) }),
  fc.constantFrom<Act>('ENTER', 'ENTER', 'ANSWERED', 'FAILED', 'FAILED', 'GIVEN_UP'),
);

/** Plays acts; each outcome ends the oldest fetch that is under way. @returns those that still are */
function play(breaker: Breaker, acts: readonly Act[]): EndFetch[] {
  const running: EndFetch[] = [];
  for (const act of acts) {
    if (act === 'ENTER') {
      const end = breaker.enter();
      if (end) running.push(end);
    } else if (typeof act === 'string') running.shift()?.(act);
    else nowMs += act.wait;
  }
  return running;
}

describe('whatever happened to a breaker', () => {
  it('something passes again once all fetches have ended and the pause is over', () => {
    fc.assert(
      fc.property(
        fc.array(anyAct, { maxLength: 60 }),
        fc.constantFrom<FetchOutcome>('FAILED', 'GIVEN_UP'),
        (acts, last) => {
          const breaker = create();
          for (const end of play(breaker, acts)) end(last);
          nowMs += PAUSE_MS;
          expect(breaker.enter()).not.toBeNull();
        },
      ),
    );
  });

  it('an answer opens the way for all', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), (acts) => {
        const breaker = create();
        const [end] = play(breaker, acts);
        fc.pre(end !== undefined);
        end?.('ANSWERED');
        expect([breaker.enter(), breaker.enter()]).not.toContain(null);
      }),
    );
  });

  it('a service that only fails is asked at most once in a pause after the first failures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: PAUSE_MS }), { maxLength: 200 }), (waits) => {
        nowMs = 0;
        const breaker = create();
        let asked = 0;
        for (const wait of waits) {
          nowMs += wait;
          const end = breaker.enter();
          if (!end) continue;
          asked += 1;
          end('FAILED');
        }
        expect(asked).toBeLessThanOrEqual(FAILURES + Math.floor(nowMs / PAUSE_MS));
      }),
    );
  });
});
