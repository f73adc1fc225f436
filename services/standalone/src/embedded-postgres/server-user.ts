import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { StartError } from '@tieuchi/subgraph-kit';
import { explained } from './data-folder';

/** The account that PostgreSQL runs under when this process is root: PostgreSQL itself refuses root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** A folder by a name that works for the server's user; `descriptor`, if any, must be the child's descriptor 3. */
export interface ReachableFolder {
  path: string;
  descriptor?: number;
  release(): void;
}

/** "nobody" on every Linux, and no account has to be created for it. */
const NOBODY = 65_534;

/** Children see this environment and nothing of ours: no PG* variable, messages in English, which we read. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/**
 * Undefined when this process is not root: then the server runs as the same user.
 * Data that an ordinary user wrote earlier goes on under that user.
 */
export function serverUser(clusterFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = explained(clusterFolder, () => statSync(`${clusterFolder}/PG_VERSION`, { throwIfNoEntry: false }));
  if (existing?.uid === 0) {
    throw new StartError(
      `The database files in ${clusterFolder} belong to root, and PostgreSQL does not run as root`,
      `run: chown -R ${NOBODY}:${NOBODY} ${clusterFolder}`,
    );
  }
  return existing ? { uid: existing.uid, gid: existing.gid } : { uid: NOBODY, gid: NOBODY };
}

/**
 * A folder inside one that is closed to the server's user, /root for example, is handed over as an open
 * descriptor: following /proc/self/fd/3 does not search the parents again.
 * @throws StartError where the system has no such way (macOS)
 */
export function openForServer(folder: string, user: ServerUser | undefined): ReachableFolder {
  if (!user || canEnter(folder, user)) return { path: folder, release: () => {} };
  if (process.platform !== 'linux') {
    throw new StartError(
      `PostgreSQL runs as user ${user.uid} here, who cannot reach ${folder}`,
      'start as an ordinary user, or choose a data folder that every user can enter',
    );
  }
  const descriptor = openSync(folder, 'r');
  return { path: '/proc/self/fd/3', descriptor, release: () => closeSync(descriptor) };
}

function canEnter(folder: string, user: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
