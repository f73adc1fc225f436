import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@tieuchi/subgraph-kit';
import type { Client } from 'pg';
import { findBinaries } from './binaries';
import { createCluster, removeDrafts, SUPERUSER } from './cluster';
import {
  type DataFolder,
  dataFolder,
  ensurePassword,
  explained,
  makeWritable,
  readClusterVersion,
} from './data-folder';
import { findHolder, keepLock, type ServerAddress, tryLock } from './instance-lock';
import { inUse, readPostmaster } from './running-server';
import { type StartedServer, startServer } from './server-start';
import { serverUser } from './server-user';

export interface EmbeddedPostgresOptions {
  /** Made when missing; holds `postgres/`, its password, port and log. */
  dataDir: string;
  /** TIEUCHI_PG_BIN: another PostgreSQL's folder of programs. */
  binDir?: string;
  /** Server settings over the defaults, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** The port to try first; any free one otherwise. */
  port?: number;
  /** Where the binaries are copied to when the server's user cannot read them. */
  cacheDir?: string;
  onProgress?(message: string): void;
}

export interface EmbeddedPostgres {
  /** `postgres://` with the superuser's password, of the database `tieuchi`. */
  url: string;
  port: number;
  /** Whether this start made the database. */
  firstStart: boolean;
  /** Resolves, with its last words, only when the server ends although nobody asked it to. */
  crashed: Promise<string>;
  /** Disconnects everybody and shuts down in order. Safe to call twice. */
  stop(): Promise<void>;
}

const DATABASE = 'tieuchi';

/** For a small machine; nothing here trades durability: fsync and synchronous_commit stay on. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '60',
  jit: 'off',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** A server that hangs in an orderly end is ended by SIGQUIT: the next start replays its log. */
const SHUTDOWN_MS = 30_000;

/**
 * Starts PostgreSQL on `dataDir`, with its files made at the first start. It ends with this process, however that ends.
 * @throws StartError for everything that the one who starts can put right
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const progress = options.onProgress ?? (() => {});
  const folder = dataFolder(options.dataDir);
  const version = readClusterVersion(folder);
  const user = serverUser(folder.cluster);
  const binaries = findBinaries({ ...options, user });
  assertReadable(folder, version, binaries.major);
  makeWritable(folder);
  removeDrafts(folder);
  const password = ensurePassword(folder);
  const settings = { ...SETTINGS, ...options.settings };
  if (!version) {
    progress('creating the database files (once)');
    await createCluster({ folder, binaries, password, user, isDurable: options.settings?.fsync !== 'off' });
  }
  progress(`starting PostgreSQL ${binaries.major}`);
  const server = await startServer({ folder, binaries, password, user, port: options.port, settings });
  try {
    return await run(server, { folder, port: server.port, password });
  } catch (error) {
    await end(server, folder);
    throw error;
  }
}

function assertReadable({ root }: DataFolder, version: string | undefined, major: string): void {
  if (!version || version === major) return;
  throw new StartError(
    `The data folder ${root} was written by PostgreSQL ${version}, and this is PostgreSQL ${major}`,
    `set TIEUCHI_PG_BIN to the programs of PostgreSQL ${version}, or choose another data folder`,
  );
}

async function run(server: StartedServer, address: ServerAddress): Promise<EmbeddedPostgres> {
  const { folder, port, password } = address;
  if (!(await tryLock(server.session))) throw inUse(folder, (await findHolder(server.session)) ?? 'unknown');
  const firstStart = await ensureDatabase(server.session);
  explained(folder.root, () => writeFileSync(folder.portFile, `${port}\n`));
  const lock = keepLock(server.session, address);

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await end(server, folder);
    await lock.release(); // not before the server is gone: until then it is ours
  };
  const crashed = new Promise<string>((resolve) => {
    void server.process.exited.then(async () => {
      if (stopping) return;
      await lock.release();
      resolve(server.log.lastFault());
    });
  });
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`,
    port,
    firstStart,
    crashed,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** @returns whether it had to be made: a first start may have been interrupted between the files and this */
async function ensureDatabase(session: Client): Promise<boolean> {
  const { rowCount } = await session.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await session.query(`create database ${DATABASE}`);
  return rowCount === 0;
}

async function end({ process: postgres, log }: StartedServer, folder: DataFolder): Promise<void> {
  postgres.end();
  await Promise.race([postgres.exited, sleep(SHUTDOWN_MS, undefined, { ref: false })]);
  const stuck = postgres.hasExited() ? undefined : readPostmaster(folder);
  if (stuck) process.kill(stuck.pid, 'SIGQUIT');
  await postgres.exited;
  rmSync(folder.portFile, { force: true });
  log.close();
}
