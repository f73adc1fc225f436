import type { Database } from '../database/database';

/** What other processes write is known after this at the latest: a fourth of what gateways promise. */
const LOOK_EVERY_MS = 250;

/**
 * Looks for what others wrote for as long as the service lives; what this process writes it knows at once. Looking was
 * chosen over NOTIFY, which says nothing of a connection that is lost.
 */
export function followDataVersion(database: Database): { stop(): Promise<void> } {
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= database.lookForVersion().finally(() => {
      looking = null;
    });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
