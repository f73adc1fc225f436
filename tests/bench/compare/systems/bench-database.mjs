import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startProgram } from './program.mjs';

const require = createRequire(import.meta.url);
export const READY = /is ready.*: (http:\S+)\/graphql/;

/**
 * A PostgreSQL of the bench's own with the product's demonstration data, which all systems read. It counts statements,
 * which costs each system the same.
 * @param {{ folder: string, settings?: Record<string, string> }} options `folder` is made when missing
 */
export async function openBenchDatabase({ folder, settings = {} }) {
  const { startEmbeddedPostgres, readSecrets } = require('@tieuchi/standalone');
  const dataDir = join(folder, 'data');
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    settings: { shared_preload_libraries: 'pg_stat_statements', max_connections: '100', ...settings },
  });
  const { Client } = require('pg');
  const client = new Client({ connectionString: postgres.url });
  const place = {
    url: postgres.url,
    dataDir,
    client,
    pid: postmasterOf(join(folder, 'postgres')),
    get internalKey() {
      return readSecrets(dataDir).internalKey;
    },
    async stop() {
      await client.end().catch(() => {});
      await postgres.stop();
    },
  };
  try {
    await client.connect();
    await fill(place);
    return place;
  } catch (error) {
    await place.stop();
    throw error;
  }
}

/** The product makes the demonstration data itself, at its first start. */
async function fill({ url, dataDir, client }) {
  await client.query('create extension if not exists pg_stat_statements');
  const { rows } = await client.query("select from pg_namespace where nspname = 'model_ward'");
  if (rows.length > 0) return;
  const first = await startProgram({
    node: process.execPath,
    args: ['services/standalone/bin/start.mjs', '--demo'],
    environment: environmentOf({ url, dataDir }),
    address: READY,
  });
  await first.stop();
  // what autovacuum would do within minutes, done before anything is measured
  await client.query('vacuum analyze');
}

/** How the product is told where its database is. */
export function environmentOf({ url, dataDir }) {
  return { DATABASE_URL: url, TIEUCHI_DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' };
}

/** The first line of its file names the server's own process; its parent is the launcher. */
function postmasterOf(folder) {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}
