import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@tieuchi/subgraph-kit';
import type { Client } from 'pg';
import type { Binaries } from './binaries';
import type { DataFolder } from './data-folder';
import { openSession } from './instance-lock';
import { readPostmaster, takeOverRunning } from './running-server';
import { openLog, type ServerLog } from './server-log';
import { openForServer, type ServerUser } from './server-user';
import { spawnTied, type TiedProcess } from './tied-process';

export interface ServerWanted {
  folder: DataFolder;
  binaries: Binaries;
  password: string;
  user?: ServerUser;
  /** Tried first. */
  port?: number;
  settings: Record<string, string>;
}

export interface StartedServer {
  process: TiedProcess;
  port: number;
  /** In the database `postgres`. */
  session: Client;
  log: ServerLog;
}

const PORTS_TRIED = 10;
/** After a crash the last processes of the old server may live a little longer than it. */
const OLD_SERVER_MS = 10_000;

/** @throws StartError with the server's last words, or naming who holds the folder */
export async function startServer(wanted: ServerWanted): Promise<StartedServer> {
  const deadline = Date.now() + OLD_SERVER_MS;
  let port = wanted.port ?? (await freePort());
  for (let clashes = 0; ; ) {
    await takeOverRunning(wanted.folder, wanted.password);
    const outcome = await tryPort(wanted, port);
    if (typeof outcome !== 'string') return outcome;
    if (/could not create any TCP\/IP sockets|could not bind/.test(outcome) && clashes++ < PORTS_TRIED) {
      port = await freePort();
    } else if (/lock file|shared memory block/.test(outcome) && Date.now() < deadline) {
      await sleep(100);
    } else {
      throw explain(outcome, wanted.folder);
    }
  }
}

/** @returns what the server said last, when it did not start */
async function tryPort(wanted: ServerWanted, port: number): Promise<StartedServer | string> {
  const log = openLog(wanted.folder.logFile);
  const reachable = openForServer(wanted.folder.cluster, wanted.user);
  const settings = { ...wanted.settings, port: `${port}`, 'tieuchi.folder': wanted.folder.cluster };
  const command = [
    join(wanted.binaries.folder, 'postgres'),
    '-D',
    reachable.path,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const { user } = wanted;
  const server = spawnTied(command, { user, log: log.descriptor, descriptor: reachable.descriptor });
  reachable.release();
  // recovery after a crash may take long: as long as the server lives, it is waited for
  while (!server.hasExited()) {
    const opening = openSession({ ...wanted, port });
    const session = await Promise.race([opening, server.exited.then(() => undefined)]);
    if (session) return { process: server, port, session, log };
    if (server.hasExited()) void opening.then((late) => late?.end()); // another program on that port may keep silent
    await Promise.race([server.exited, sleep(15)]);
  }
  const fault = log.lastFault();
  log.close();
  return fault;
}

function explain(fault: string, folder: DataFolder): StartError {
  const held = /lock file|shared memory block/.test(fault) && readPostmaster(folder);
  if (held) {
    return new StartError(
      `The data folder ${folder.root} is in use by PostgreSQL, process ${held.pid}`,
      `end that process in order (kill -INT ${held.pid}), or choose another data folder`,
    );
  }
  return new StartError(
    `PostgreSQL did not start on ${folder.root}: ${fault}`,
    `its messages are in ${folder.logFile}`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
