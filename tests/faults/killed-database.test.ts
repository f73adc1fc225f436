import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  openDatabasePlace,
  readSecrets,
  type Services,
  startEmbeddedPostgres,
  startServicesOnPlace,
} from '@tieuchi/standalone';
import { Client } from 'pg';
import type { ChildProgram } from '../../services/standalone/src/child-program';
import { dataFolder } from '../../services/standalone/src/embedded-postgres/data-folder';
import { readPostmaster } from '../../services/standalone/src/embedded-postgres/running-server';
import { askGraphql, type GraphqlAnswer } from '../support/test-system';
import { until } from '../support/until';
import { startSecondGateway } from './second-gateway';

/** 500 in each run; FAULT_WRITES=10000 for a long one. */
const WRITES = Number(process.env.FAULT_WRITES ?? 500);
const WRITERS = 24;
const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id } userErrors { code } } }`;
const READ = '{ documents(first: 1) { edges { node { number } } } country { name } }';
const INSIDE = /127\.0\.0\.1|localhost|ECONN|postgres|rural_security|select |at .+:\d+:\d+/;

const dataDir = mkdtempSync(join(tmpdir(), 'tieuchi-killed-'));
let postgres: EmbeddedPostgres;
let services: Services;
let gateway: ChildProgram;
beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ dataDir });
  const secrets = readSecrets(dataDir);
  const place = await openDatabasePlace({ dataDir, databaseUrl: postgres.url }, secrets);
  const options = { dataDir, databaseUrl: postgres.url, host: '127.0.0.1', port: 0, demonstration: false };
  services = await startServicesOnPlace({ ...options, logLevel: 'fatal' }, secrets, place);
  gateway = await startSecondGateway(services, { secrets }, {});
}, 180_000);
afterAll(async () => {
  await gateway.stop();
  await services.stop();
  await postgres.stop();
}, 60_000);

const startAgain = async () => {
  const { port } = postgres;
  postgres = await startEmbeddedPostgres({ dataDir, port });
  expect(postgres.port).toBe(port);
};

function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<GraphqlAnswer> {
  const authorization = `Bearer ${services.tokens.get('RECOGNISER' as never)}`;
  return askGraphql(`${gateway.url}/graphql`, query, variables, { authorization, ...headers });
}

const input = (number: string) => ({
  input: { number, issuedOn: '2026-01-15', issuer: 'Công an tỉnh', title: 'Biên bản' },
});

/** @returns whether it was acknowledged; what else was said must say nothing of the inside */
async function write(number: string): Promise<boolean> {
  const answer = await ask(RECORD, input(number), { 'idempotency-key': `killed-${number}` }).catch(() => null);
  expect(answer?.text ?? '').not.toMatch(INSIDE);
  return Boolean(answer?.data?.recordDocument?.document?.id);
}

/** Some writers write numbered papers; each goes on with the same paper and key until it is acknowledged or `isOver`. */
async function writeAll(prefix: string, acknowledged: Set<string>, isOver: () => boolean = () => false) {
  let next = 0;
  const writer = async () => {
    while (next < WRITES && !isOver()) {
      next += 1;
      const number = `${prefix}-${next}`;
      while (!(await write(number)) && !isOver()) await sleep(100);
      if (!isOver()) acknowledged.add(number);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

async function countPapers(prefix: string): Promise<Map<string, number>> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ number: string; count: number }>(
    'select number, count(*)::int as count from rural_security.document where number like $1 group by 1',
    [`${prefix}-%`],
  );
  await client.end();
  return new Map(rows.map(({ number, count }) => [number, count]));
}

describe('a database that goes away', () => {
  it('and comes back in order is found again by the services themselves, and told of in words meanwhile', async () => {
    expect((await ask(READ)).errors).toBeUndefined();
    await postgres.stop();
    // an answer from before may be given until the services have noticed
    await until('an answer without', async () => (await ask(READ)).errors !== undefined, 5_000);
    const without = await ask(READ);
    expect(without.errors?.map(({ extensions }) => extensions.code)).toEqual(
      expect.arrayContaining(['DATABASE_UNAVAILABLE']),
    );
    expect(without.text).not.toMatch(INSIDE);
    await startAgain();
    await until('a whole answer', async () => (await ask(READ)).errors === undefined);
  }, 90_000);

  it(`by kill -9 under writers keeps each of ${WRITES} acknowledged writes, and each once`, async () => {
    const acknowledged = new Set<string>();
    const began = performance.now();
    const writing = writeAll('K', acknowledged);
    await until('a fifth of the writes', async () => acknowledged.size >= WRITES / 5, 300_000);
    const ratePerSecond = (acknowledged.size * 1_000) / (performance.now() - began);
    const postmaster = readPostmaster(dataFolder(dataDir));
    process.kill(postmaster!.pid, 'SIGKILL');
    await postgres.crashed;
    await startAgain();
    await writing;
    const kept = await countPapers('K');
    expect(acknowledged.size).toBe(WRITES);
    expect([...acknowledged].filter((number) => kept.get(number) !== 1)).toEqual([]);
    expect(kept.size).toBe(WRITES);
    process.stdout.write(
      `killed under ${ratePerSecond.toFixed(0)} acknowledged writes/s by ${WRITERS} writers; ${kept.size} of ${WRITES} are there, each once\n`,
    );
  }, 600_000);

  it('by kill -9 of the service that writes loses no acknowledged write, and doubles none', async () => {
    const acknowledged = new Set<string>();
    let isKilled = false;
    const writing = writeAll('P', acknowledged, () => isKilled);
    await until('a fifth of the writes', async () => acknowledged.size >= WRITES / 5, 300_000);
    const service = services.processes.get('rural-security');
    process.kill(service!.pid, 'SIGKILL');
    await service?.ended;
    isKilled = true;
    await writing;
    const kept = await countPapers('P');
    expect([...acknowledged].filter((number) => kept.get(number) !== 1)).toEqual([]);
    expect([...kept.values()].every((count) => count === 1)).toBe(true);
  }, 600_000);
});
