// One PostgreSQL for the whole run, with a migrated template of each kind: a test file gets a clone of one in 0.2 s.
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../../transpile.mjs';

export default async function globalSetup() {
  transpile();
  const require = createRequire(import.meta.url);
  const { openDatabasePlace, readSecrets, startOnPlace } = require('../../services/standalone/dist/index.js');
  const { Client } = require('pg');
  const dataDir = mkdtempSync(join(tmpdir(), 'tieuchi-test-'));
  const secrets = readSecrets(dataDir);
  const { startEmbeddedPostgres } = require('../../services/standalone/dist/index.js');
  const server = await startEmbeddedPostgres({
    dataDir,
    binDir: process.env.TIEUCHI_PG_BIN || undefined,
    // the tests' own durability is tested elsewhere, on a server with fsync
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  for (const [template, demonstration] of [
    ['template_demo', true],
    ['template_real', false],
  ]) {
    await admin.query(`create database ${template}`);
    const databaseUrl = server.url.replace(/\/tieuchi$/, `/${template}`);
    const place = await openDatabasePlace({ dataDir, databaseUrl }, secrets);
    const system = await startOnPlace(
      { dataDir, databaseUrl, host: '127.0.0.1', port: 0, demonstration },
      secrets,
      place,
    );
    await system.stop();
  }
  await admin.end();
  process.env.TIEUCHI_TEST_SERVER = server.url;
  process.env.TIEUCHI_TEST_DATA = dataDir;
  globalThis.stopTestServer = () => server.stop();
}
