import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { type Actor, Role } from '../identity/actor';
import { Database } from './database';

const SCHEMA = 'rural_security';
const STATEMENT_TIMEOUT_MS = 300;
const READER: Actor = { subject: 'reader', role: Role.VIEWER, scope: 'VN' };
const READ = 'select count(*)::int as count from register_edition';

/** A way to PostgreSQL that can fall silent: connections stay open, and nothing comes over them any more. */
interface Way {
  readonly port: number;
  isSilent: boolean;
  stop(): void;
}

async function openWay({ port, hostname }: URL): Promise<Way> {
  const to = Number(port);
  const sockets: Socket[] = [];
  const server: Server = createServer((client) => {
    const upstream = connect(to, hostname);
    sockets.push(client, upstream);
    client.on('data', (chunk) => way.isSilent || upstream.write(chunk)).on('error', () => {});
    upstream.on('data', (chunk) => way.isSilent || client.write(chunk)).on('error', () => {});
    client.once('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way: Way = {
    port: (server.address() as AddressInfo).port,
    isSilent: false,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return way;
}

let place: TestDatabase;
let way: Way;
let database: Database;
beforeEach(async () => {
  place = await openTestDatabase('real');
  const url = new URL(place.urlsOf({ schema: SCHEMA }).appUrl);
  way = await openWay(url);
  url.port = String(way.port);
  database = await Database.connect({
    url: url.href,
    schema: SCHEMA,
    poolSize: 2,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
}, 60_000);
afterEach(async () => {
  way.stop();
  await place.stop();
});

describe('a database that falls silent without closing its connections', () => {
  it('is given up a second after the time of a statement, in words, and asked anew when it is back', async () => {
    expect(await database.read(READER, READ)).toHaveLength(1);
    way.isSilent = true;
    // more than the pool holds: a connection that is given up makes room for the next
    const asked = await Promise.allSettled(Array.from({ length: 4 }, () => database.read(READER, READ)));
    expect(asked.map((one) => one.status === 'rejected' && one.reason.extensions.code)).toEqual(
      Array.from({ length: 4 }, () => 'DATABASE_UNAVAILABLE'),
    );
    way.isSilent = false;
    expect(await database.read(READER, READ)).toHaveLength(1);
    await database.close();
  }, 60_000);

  it('lets whoever closes it end', async () => {
    await database.read(READER, READ);
    way.isSilent = true;
    const asked = database.read(READER, READ).catch((error) => error.extensions.code);
    // it is on its way over a connection of before
    await sleep(100);
    expect(database.connections()).toMatchObject({ total: 1, idle: 0 });
    const began = Date.now();
    await database.close();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await asked).toBe('DATABASE_UNAVAILABLE');
  }, 60_000);
});
