import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@tieuchi/subgraph-kit';
import type { Client } from 'pg';
import { codeOf, type DataFolder } from './data-folder';
import { findHolder, openSession } from './instance-lock';

/** What a server wrote about itself when it started; it may have died since. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Time for a sibling that has just started its server to take the lock. */
const SECOND_LOOK_MS = 1_000;
const SHUTDOWN_MS = 30_000;

export function readPostmaster({ cluster }: DataFolder): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid && port ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A server that already runs on this folder is either a running sibling's, or an orphan whose start was killed
 * together with the shell that watched over it. Tells them apart by the lock. An orphan is taken over by ending it
 * in order: it starts again at once under this process, with this version's settings, and then ends with it.
 * @throws StartError that names the sibling
 */
export async function takeOverRunning(folder: DataFolder, password: string): Promise<void> {
  const running = readPostmaster(folder);
  const session = running && (await openSession({ folder, port: running.port, password }));
  if (!session) return;
  try {
    const holder = (await findHolder(session)) ?? (await holderLater(session));
    if (holder) throw inUse(folder, holder);
  } finally {
    await session.end();
  }
  await endOrphan(folder, running);
}

export function inUse({ root }: DataFolder, holder: string): StartError {
  return new StartError(
    `The data folder ${root} is in use by another Tiêu chí, process ${holder}`,
    'stop that process first, or choose another data folder',
  );
}

async function holderLater(session: Client): Promise<string | undefined> {
  await sleep(SECOND_LOOK_MS);
  return findHolder(session);
}

async function endOrphan(folder: DataFolder, { pid }: Postmaster): Promise<void> {
  const deadline = Date.now() + SHUTDOWN_MS;
  try {
    process.kill(pid, 'SIGINT');
    // its file goes last; its number stays until whoever inherited it has noticed
    while (readPostmaster(folder)?.pid === pid && process.kill(pid, 0)) {
      if (Date.now() > deadline) {
        throw new StartError(`PostgreSQL, process ${pid}, does not end`, `end it (kill -QUIT ${pid}) and start again`);
      }
      await sleep(20);
    }
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
