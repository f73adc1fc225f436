import { answerRefusal, type HttpRoute, type Logger, SpeakingError } from '@tieuchi/subgraph-kit';

export interface GateLimits {
  /** Requests at work at the same time. */
  readonly atWork: number;
  /** Requests that wait for one of them to end; who comes after these is sent away. */
  readonly waiting: number;
  /** Who has waited so long is sent away: an answer would come too late. */
  readonly waitMs: number;
}

/**
 * Measured by `npm run bench -- overload` on two cores that were busy with other things, too: 4, 8 and 16 at work answered
 * equally many national overviews, 11–13 a second. Asked for twice as many, 16 with 64 waiting 5 s sent nobody away and let
 * the slowest hundredth wait for 14.5 s; these for 5.1 s. Of four places a single silent service would hold all. An
 * operator sets others by REQUESTS_AT_WORK and REQUESTS_WAITING.
 */
export const GATE_LIMITS: GateLimits = { atWork: 8, waiting: 32, waitMs: 3_000 };

export type Leave = () => void;

/** Lets so many in at once, and lets a few wait. */
export class RequestGate {
  private atWork = 0;
  private readonly queue: ((enter: boolean) => void)[] = [];

  constructor(private readonly limits: GateLimits) {}

  /** @throws SpeakingError OVERLOADED */
  async enter(): Promise<Leave> {
    if (this.atWork < this.limits.atWork) this.atWork += 1;
    else if (this.queue.length >= this.limits.waiting || !(await this.waitInQueue())) throw overloaded();
    let isIn = true;
    return () => {
      if (isIn) this.letNextIn();
      isIn = false;
    };
  }

  /** @returns whether a place came free in time; it is the caller's then */
  private waitInQueue(): Promise<boolean> {
    return new Promise((resolve) => {
      const called = (enter: boolean) => {
        clearTimeout(timer);
        resolve(enter);
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(called), 1);
        resolve(false);
      }, this.limits.waitMs);
      this.queue.push(called);
    });
  }

  private letNextIn(): void {
    const next = this.queue.shift();
    if (next) next(true);
    else this.atWork -= 1;
  }
}

/** Routes that are behind one gate: who finds it shut is answered 503 with `Retry-After` before their body is read. */
export function gated(gate: RequestGate, logger: Logger): (route: HttpRoute) => HttpRoute {
  return (route) => async (request, response) => {
    let leave: Leave;
    try {
      leave = await gate.enter();
    } catch (error) {
      return answerRefusal(response, error, logger);
    }
    // a client that went away while it waited is owed nothing
    if (response.destroyed) return leave();
    await route(request, response).finally(leave);
  };
}

function overloaded(): SpeakingError {
  return new SpeakingError('OVERLOADED', 'There are more requests here than can be answered; ask again in a second.');
}
