import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER } from './cluster';
import type { DataFolder } from './data-folder';

/** How to reach the server of one data folder. */
export interface ServerAddress {
  folder: DataFolder;
  port: number;
  password: string;
}

/** Any two numbers; advisory locks count per database, so it is always taken in `postgres`. */
const LOCK = [1_952_540_021, 1] as const;
const APPLICATION = 'tieuchi, process ';

/** A session in the database `postgres`; undefined while nobody answers there, or when it is another folder's server. */
export async function openSession({ folder, port, password }: ServerAddress): Promise<Client | undefined> {
  const session = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    application_name: `${APPLICATION}${process.pid}`,
    connectionTimeoutMillis: 5_000,
  });
  session.on('error', () => {}); // the server's end is noticed by `end`
  try {
    await session.connect();
    const { rows } = await session.query(`select current_setting('tieuchi.folder', true) as folder`);
    if (rows[0]?.folder === folder.cluster) return session;
  } catch {
    // starting, shutting down, refused, or not ours: for the caller all are "not there (yet)"
  }
  await session.end().catch(() => {});
  return undefined;
}

/** @returns false when another process holds it */
export async function tryLock(session: Client): Promise<boolean> {
  const { rows } = await session.query('select pg_try_advisory_lock($1, $2) as taken', [...LOCK]);
  return rows[0]?.taken === true;
}

/** The number of the process that holds the lock; undefined when nobody does. */
export async function findHolder(session: Client): Promise<string | undefined> {
  const { rows } = await session.query(
    `select a.application_name as name
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2`,
    [...LOCK],
  );
  return rows[0]?.name.replace(APPLICATION, '');
}

export interface HeldLock {
  release(): Promise<void>;
}

/**
 * Keeps the lock of `session` for as long as the server runs. When one of its processes crashes, PostgreSQL
 * disconnects everybody and goes on: the lock is then taken again, or a second start would think us dead.
 */
export function keepLock(session: Client, address: ServerAddress): HeldLock {
  let isReleased = false;
  let current = session;
  let retaking = Promise.resolve();
  const watch = (watched: Client): void => {
    current = watched;
    watched.once('end', () => {
      retaking = retake();
    });
  };
  const retake = async (): Promise<void> => {
    while (!isReleased) {
      const next = await openSession(address);
      if (next && (await tryLock(next).catch(() => false))) return watch(next);
      await next?.end().catch(() => {});
      await sleep(100);
    }
  };
  watch(session);
  return {
    release: async () => {
      isReleased = true;
      await retaking;
      await current.end().catch(() => {});
    },
  };
}
