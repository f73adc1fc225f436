import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { askGraphql } from '../support/test-system';
import { until } from '../support/until';
import { startSecondGateway } from './second-gateway';

const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id } userErrors { code } } }`;
const WRITERS = 8;
/** Of the drain, and a little for a busy machine. */
const ENDED_WITHIN_MS = 10_000;

let services: Services;
let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase('real');
  services = await startServicesOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
    },
    database.secrets,
    database,
  );
}, 120_000);
afterEach(() => services.stop(), 60_000);

interface Written {
  readonly acknowledged: Set<string>;
  /** The answers to what was not acknowledged. */
  readonly refused: string[];
}

/** Writers that go on until `isOver`, each paper once. */
async function writeUntil(isOver: () => boolean, written: Written): Promise<void> {
  const authorization = `Bearer ${services.tokens.get('RECOGNISER' as never)}`;
  const writer = async (name: number) => {
    for (let count = 0; !isOver(); count += 1) {
      const number = `E-${name}-${count}`;
      const input = { number, issuedOn: '2026-01-15', issuer: 'Công an tỉnh', title: 'Biên bản' };
      const { data, text } = await askGraphql(`${services.url}/graphql`, RECORD, { input }, { authorization });
      if (data?.recordDocument?.document) written.acknowledged.add(number);
      else written.refused.push(text);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
}

describe('SIGTERM to a service under load', () => {
  it('loses no acknowledged write, doubles none, and leaves the other services to answer', async () => {
    const written: Written = { acknowledged: new Set(), refused: [] };
    let isOver = false;
    const writing = writeUntil(() => isOver, written);
    await until('writes', async () => written.acknowledged.size > 50);
    const service = services.processes.get('rural-security')!;
    const began = Date.now();
    process.kill(service.pid, 'SIGTERM');
    await service.ended;
    expect(Date.now() - began).toBeLessThan(ENDED_WITHIN_MS);
    const other = await askGraphql(`${services.url}/graphql`, '{ country { name } quotaRules { id } }');
    expect([other.errors, other.data.country.name]).toEqual([undefined, 'Việt Nam']);
    await until('a write that is not acknowledged', async () => written.refused.length > 0);
    isOver = true;
    await writing;
    for (const text of written.refused) {
      expect(JSON.parse(text).errors[0].extensions).toMatchObject({
        code: 'SUBGRAPH_UNAVAILABLE',
        service: 'rural-security',
      });
    }
    const rows = await database.query<{ number: string }>(
      "select number from rural_security.document where number like 'E-%'",
    );
    const kept = rows.map(({ number }) => number);
    expect([...written.acknowledged].filter((number) => !kept.includes(number))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  }, 60_000);
});

describe('SIGTERM to a service whose geography has fallen silent', () => {
  it('ends it at once: it does not wait for a register that nobody needs any more', async () => {
    const { pid } = services.processes.get('geography')!;
    const service = services.processes.get('model-ward')!;
    process.kill(pid, 'SIGSTOP');
    try {
      // longer than it takes until it looks for a newer register
      await sleep(2_500);
      const began = Date.now();
      process.kill(service.pid, 'SIGTERM');
      await service.ended;
      expect(Date.now() - began).toBeLessThan(5_000);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }, 60_000);
});

/** All that comes over a connection. */
function openConnection(url: string) {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  const heard = { text: '', isClosed: false };
  socket.on('data', (chunk) => {
    heard.text += String(chunk);
  });
  socket.once('close', () => {
    heard.isClosed = true;
  });
  return { socket, heard };
}

describe('a connection that was opened before the end of a gateway', () => {
  it('has its request answered, and the next one sent elsewhere: 503, SHUTTING_DOWN, Retry-After', async () => {
    const gateway = await startSecondGateway(services, database, {});
    const body = JSON.stringify({ query: '{ country { name } }' });
    const head = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    const { socket, heard } = openConnection(gateway.url);
    socket.write(head + body.slice(0, 5));
    // its head was read before the end begins
    await sleep(300);
    process.kill(gateway.pid, 'SIGTERM');
    await until('the end to begin', () =>
      fetch(`${gateway.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    socket.write(body.slice(5) + head + body);
    await until('the connection to end', async () => heard.isClosed);
    await gateway.ended;
    const [first = '', second = ''] = heard.text.split(/(?=HTTP\/1\.1 )/);
    expect(first).toMatch(/^HTTP\/1\.1 200 /);
    expect(first).toContain('Việt Nam');
    expect(second).toMatch(/^HTTP\/1\.1 503 /);
    expect(second.toLowerCase()).toContain('retry-after: 1\r\n');
    expect(second.toLowerCase()).toContain('connection: close\r\n');
    expect(second).toContain('"code":"SHUTTING_DOWN"');
  }, 60_000);
});
