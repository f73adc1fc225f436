const LOOK_EVERY_MS = 250;

/**
 * Calls `stop` when the process that started this one is gone: npm does not pass SIGTERM on to what it runs, and a server
 * that nobody asked to stay must not stay.
 */
export function onParentGone(stop: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, LOOK_EVERY_MS);
  look.unref();
}
