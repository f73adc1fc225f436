import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@tieuchi/subgraph-kit';

const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 20;
const HOLDER = /^process (\d+) on (\S+) since /;

/**
 * Takes a file that only one can make, and waits for whoever has it. One that a killed process of this machine left
 * behind is taken over; of another machine nobody knows whether it still runs.
 * @returns how to give it back
 * @throws StartError that names who has it for too long; what making the file throws
 */
export async function lockFile(path: string): Promise<() => void> {
  for (const deadline = performance.now() + WAIT_MS; ; ) {
    try {
      writeFileSync(path, `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder !== null && isGone(holder)) takeAway(path, holder);
    else if (performance.now() > deadline) {
      throw new StartError(`the issuer is being changed by ${holder}`, `if that has ended, remove ${path}`);
    } else await sleep(LOOK_EVERY_MS);
  }
}

/** Null where it was given back in the meantime. */
function readHolder(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function isGone(holder: string): boolean {
  const [, pid, host] = HOLDER.exec(holder) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Two may want to take it away at once: whoever takes away the next one's puts it back. */
function takeAway(path: string, holder: string): void {
  const taken = `${path}.${process.pid}`;
  try {
    renameSync(path, taken);
    if (readFileSync(taken, 'utf8') !== holder) linkSync(taken, path);
  } catch {
    // the other one was faster
  }
  rmSync(taken, { force: true });
}
