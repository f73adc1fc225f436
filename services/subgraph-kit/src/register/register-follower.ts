import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { Readiness } from '../subgraph';
import type { RegisterSource } from './register-source';
import { heldEdition, registerReadiness, syncRegister } from './register-swap';

const LOOK_EVERY_MS = 2_000;

/** Keeps a service's register at geography's newest edition for as long as the service lives. */
export interface RegisterFollower {
  readiness(): Promise<Readiness>;
  stop(): Promise<void>;
}

/**
 * Catches up once, then looks for newer editions. A service that lagged or was down takes the newest in one swap; while
 * geography does not answer, it goes on with what it has.
 * @param afterSwap what rests on the register, such as totals; in the same transaction
 * @throws when there is no register yet and geography does not answer
 */
export async function followRegister(
  database: Database,
  source: RegisterSource,
  afterSwap: (tx: EntityManager) => Promise<void>,
): Promise<RegisterFollower> {
  try {
    await syncRegister(database, source, afterSwap);
  } catch (error) {
    // an old register is better than none: the looks below catch up
    if ((await heldEdition(database)) === null) throw error;
  }
  let running = Promise.resolve();
  const end = new AbortController();
  const look = () => {
    running = running
      .then(async () => {
        if (!end.signal.aborted) await syncRegister(database, source, afterSwap, end.signal);
      })
      .then(
        () => {},
        () => {}, // geography is silent or the swap failed: the next look tries again, /readyz shows the edition held
      );
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    readiness: () => registerReadiness(database),
    async stop() {
      // a swap that has begun ends; geography's answer is not waited for
      end.abort();
      clearInterval(timer);
      await running;
    },
  };
}
