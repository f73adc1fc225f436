import type { Database } from '../database/database';
import { SYSTEM } from '../identity/actor';

const LOOK_EVERY_MS = 3_600_000;
/** Longer than any client repeats a write; the key is free again afterwards. */
const FORGET = "delete from answered_request where answered_at < clock_timestamp() - interval '7 days'";

export interface Forgetting {
  stop(): Promise<void>;
}

/** Forgets answers that are a week old: now, and every hour for as long as the service lives. */
export function forgetOldAnswers(database: Database): Forgetting {
  const forget = () => database.write(SYSTEM, (tx) => tx.query(FORGET)).catch(() => {}); // the next look tries again
  let running: Promise<unknown> = forget();
  const timer = setInterval(() => {
    running = running.then(forget);
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
