import { connect } from 'node:net';
import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import type { ChildProgram } from '../../services/standalone/src/child-program';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { askGraphql } from '../support/test-system';
import { startSecondGateway } from './second-gateway';

const OVERVIEW = 'query @asOf(map: "2025-06-30") { country { name provinces { code name } } }';
const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id } userErrors { code } } }`;

let services: Services;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('real');
  const options = { dataDir: process.env.TIEUCHI_TEST_DATA as string, databaseUrl: database.adminUrl };
  services = await startServicesOnPlace(
    { ...options, host: '127.0.0.1', port: 0, demonstration: null, logLevel: 'fatal' },
    database.secrets,
    database,
  );
}, 120_000);
afterAll(() => services.stop(), 60_000);

describe('a gateway with more requests than it lets in', () => {
  let gateway: ChildProgram;
  beforeAll(async () => {
    gateway = await startSecondGateway(services, database, { REQUESTS_AT_WORK: '1', REQUESTS_WAITING: '1' });
  }, 60_000);
  afterAll(() => gateway.stop());

  it('answers some, sends the others away with Retry-After and a code, and is alive and ready all the time', async () => {
    const send = (query: string) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    // each asks something else: the same would be asked once for all of them
    const crowd = Promise.all(
      Array.from({ length: 40 }, (_, place) => send(OVERVIEW.replace('name', `asked${place}: name`))),
    );
    const health = await Promise.all(
      ['/healthz', '/readyz', '/healthz'].map((path) => fetch(new URL(path, gateway.url))),
    );
    expect(health.map(({ status }) => status)).toEqual([200, 200, 200]);
    const answers = await crowd;
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBe(40 - refused.length);
    for (const one of refused) {
      expect(one.headers.get('retry-after')).toBe('1');
      expect(await one.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    }
    expect((await askGraphql(`${gateway.url}/graphql`, OVERVIEW)).errors).toBeUndefined();
    const again = await Promise.all(Array.from({ length: 40 }, () => send(OVERVIEW)));
    expect(again.filter(({ status }) => status !== 200)).toEqual([]);
  }, 60_000);

  it('is not held up by requests whose bodies never end', async () => {
    const { hostname, port } = new URL(gateway.url);
    const holders = Array.from({ length: 8 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      );
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { status, errors } = await askGraphql(`${gateway.url}/graphql`, OVERVIEW.replace('name', 'another: name'));
    expect([status, errors]).toEqual([200, undefined]);
    for (const socket of holders) socket.destroy();
  }, 30_000);
});

describe('SIGTERM to a gateway under load', () => {
  it('lets what was asked end: each write is acknowledged and there, or neither', async () => {
    const gateway = await startSecondGateway(services, database, {});
    const authorization = `Bearer ${services.tokens.get('RECOGNISER' as never)}`;
    const acknowledged = new Set<string>();
    const unheard = new Set<string>();
    let isEnding = false;
    const writer = async (name: number) => {
      for (let count = 0; !isEnding; count += 1) {
        const number = `T-${name}-${count}`;
        const input = { number, issuedOn: '2026-01-15', issuer: 'Công an tỉnh', title: 'Biên bản' };
        const answer = await askGraphql(`${gateway.url}/graphql`, RECORD, { input }, { authorization }).catch(
          () => null,
        );
        if (answer?.data?.recordDocument?.document) acknowledged.add(number);
        else unheard.add(number);
      }
    };
    const writing = Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    process.kill(gateway.pid, 'SIGTERM');
    await gateway.ended;
    isEnding = true;
    await writing;
    const rows = await database.query<{ number: string }>(
      "select number from rural_security.document where number like 'T-%'",
    );
    const kept = rows.map(({ number }) => number);
    expect(acknowledged.size).toBeGreaterThan(8);
    expect([...acknowledged].filter((number) => !kept.includes(number))).toEqual([]);
    expect(kept.filter((number) => unheard.has(number))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  }, 60_000);
});
