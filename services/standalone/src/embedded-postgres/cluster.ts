import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import type { Binaries } from './binaries';
import { codeOf, type DataFolder, explained, syncFolder } from './data-folder';
import { openLog } from './server-log';
import { openForServer, type ServerUser } from './server-user';
import { spawnTied } from './tied-process';

export const SUPERUSER = 'postgres';

export interface NewCluster {
  folder: DataFolder;
  binaries: Binaries;
  password: string;
  user?: ServerUser;
  /** False for tests only: the files may be lost with the power. */
  isDurable: boolean;
}

// macOS has no C.UTF-8; C with the character type UTF-8 sorts and classifies the same
const LOCALE = process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8'];

/**
 * Makes the database files beside their place and renames them into it: there is a whole cluster or none.
 * @throws StartError with the last words of initdb
 */
export async function createCluster(wanted: NewCluster): Promise<void> {
  const { folder, password, user } = wanted;
  const draft = `${folder.cluster}.new-${process.pid}`;
  const own = (path: string) => user && chownSync(path, user.uid, user.gid);
  try {
    explained(folder.root, () => {
      mkdirSync(join(draft, 'cluster'), { recursive: true, mode: 0o700 });
      writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
      for (const path of [draft, join(draft, 'cluster'), join(draft, 'password')]) own(path);
    });
    await runInitdb(wanted, draft);
    putInPlace(join(draft, 'cluster'), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitdb({ folder, binaries, user, isDurable }: NewCluster, draft: string): Promise<void> {
  const log = openLog(folder.logFile);
  const reachable = openForServer(draft, user);
  const command = [
    join(binaries.folder, 'initdb'),
    `--pgdata=${reachable.path}/cluster`,
    `--pwfile=${reachable.path}/password`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...LOCALE,
    '--data-checksums',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  try {
    const code = await spawnTied(command, { user, log: log.descriptor, descriptor: reachable.descriptor }).exited;
    if (code !== 0) {
      const fault = log.lastFault();
      throw new StartError(
        `PostgreSQL could not create its files in ${folder.root}: ${fault}`,
        /user does not exist/.test(fault)
          ? 'PostgreSQL wants an account: add the user to /etc/passwd, or set DATABASE_URL'
          : `all of its output is in ${folder.logFile}; correct the cause and start again`,
      );
    }
  } finally {
    reachable.release();
    log.close();
  }
}

function putInPlace(draft: string, { root, cluster }: DataFolder): void {
  try {
    renameSync(draft, cluster);
    syncFolder(root);
  } catch (error) {
    // another first start on this folder was faster: its files are as good, the password is the same
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
}

/** What first starts left that were killed; those of processes that still run are not touched. */
export function removeDrafts({ root }: DataFolder): void {
  for (const name of readdirSync(root)) {
    const pid = /^postgres(?:\.password)?\.new-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(root, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Our own number on a leftover is a coincidence: in containers everybody is process 1 or 7. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
