import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provision, StartError } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { type DatabasePlace, SERVICE_ROLES } from '../database-place';
import type { Secrets } from '../secret';
import { startOnPlace } from '../standalone';
import { askVerdicts } from './ask-verdicts';
import { findDumpWay } from './dump-way';
import { rowWay } from './row-way';
import { compareFingerprints, fingerprintTables, SESSION, type TableFingerprint } from './table-fingerprint';

export interface DrillOptions {
  /** Connects as a superuser to the database that is saved. It is read, and started on as any start would. */
  readonly sourceUrl: string;
  /** Of the installation; the roles' passwords are those that they have. */
  readonly secrets: Secrets;
  /** The backup lies in a folder of its own in here, and is gone at the end. */
  readonly dataDir: string;
  readonly binDir?: string | undefined;
  readonly onProgress?: (message: string) => void;
}

export interface DrillReport {
  readonly way: string;
  readonly tables: readonly TableFingerprint[];
  readonly questions: number;
  /** One sentence for each; none when the restored database is the saved one. */
  readonly differences: readonly string[];
}

const SCHEMAS = SERVICE_ROLES.map(({ schema }) => schema);

/**
 * Saves the three schemas, restores them into a fresh database of the same server, and compares: rows and hash of each
 * table, and the verdicts that the software gives over each of the two.
 */
export async function drill(options: DrillOptions): Promise<DrillReport> {
  const { sourceUrl, secrets, dataDir, onProgress = () => {} } = options;
  await refuseOtherPasswords(sourceUrl, secrets);
  const name = `tieuchi_drill_${Date.now()}`;
  const targetUrl = withDatabase(sourceUrl, name);
  const folder = join(dataDir, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  onProgress('asking the questions of the database as it is');
  const before = await askOver(sourceUrl, options);
  await onServer(sourceUrl, `create database ${name}`);
  try {
    const { way, tables } = await save(options, folder, onProgress);
    await provision(targetUrl, SERVICE_ROLES, secrets.passwordOf);
    onProgress('restoring');
    await way.restore(targetUrl, SCHEMAS, folder);
    const restored = await inMoment(targetUrl, (client) => fingerprintTables(client, SCHEMAS));
    onProgress('asking the questions of what was restored');
    const after = await askOver(targetUrl, options);
    const wrong = before.flatMap((answer, index) =>
      answer === after[index] ? [] : [`question ${index + 1} is answered otherwise`],
    );
    const differences = [...compareFingerprints(tables, restored), ...wrong];
    return { way: way.name, tables, questions: before.length, differences };
  } finally {
    await onServer(sourceUrl, `drop database ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function save(options: DrillOptions, folder: string, onProgress: (message: string) => void) {
  const { sourceUrl, binDir } = options;
  return inMoment(sourceUrl, async (client) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    const way = findDumpWay(binDir, rows[0].major) ?? rowWay((url) => makeTables(url, options));
    onProgress(`saving by ${way.name}`);
    const tables = await fingerprintTables(client, SCHEMAS);
    await way.save({ client, url: sourceUrl, schemas: SCHEMAS }, folder);
    return { way, tables };
  });
}

/** What is read in `work` is all of one moment. */
async function inMoment<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(SESSION);
    await client.query('begin isolation level repeatable read read only');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function askOver(url: string, options: DrillOptions): Promise<string[]> {
  const system = await start(url, options);
  try {
    return await askVerdicts(system.url);
  } finally {
    await system.stop();
  }
}

/** A first start makes the tables; what it loads into them gives way to what is restored. */
async function makeTables(url: string, options: DrillOptions): Promise<void> {
  const system = await start(url, options);
  await system.stop();
}

function start(url: string, { secrets, dataDir }: DrillOptions) {
  const place: DatabasePlace = {
    crashed: new Promise(() => {}),
    stop: async () => {},
    urlsOf: ({ schema }) => ({
      ownerUrl: asRole(url, `${schema}_owner`, secrets),
      appUrl: asRole(url, `${schema}_app`, secrets),
    }),
  };
  const loopback = { host: '127.0.0.1', port: 0 };
  return startOnPlace({ dataDir, databaseUrl: url, ...loopback, demonstration: null }, secrets, place);
}

/** Making the roles sets their passwords: with others than they have, the services that run would be shut out. */
async function refuseOtherPasswords(url: string, secrets: Secrets): Promise<void> {
  for (const schema of SCHEMAS) {
    for (const role of [`${schema}_owner`, `${schema}_app`]) {
      await onServer(asRole(url, role, secrets), 'select 1').catch(() => {
        throw new StartError(
          `${role} cannot connect with the password given here`,
          'give the drill the passwords of this installation, or its TIEUCHI_DATA_DIR',
        );
      });
    }
  }
}

function asRole(url: string, role: string, { passwordOf }: Secrets): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = passwordOf(role);
  return changed.href;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
