import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../services/standalone/src/embedded-postgres/embedded-postgres';
import { ask, STANDING } from './ask';
import { query, StartFixture } from './start-fixture';

const fixture = new StartFixture();
const PASSWORD = 'not-to-be-printed';
let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: fixture.newFolder(), settings: { fsync: 'off' } });
  await query(server.url, `create role installer login createrole password '${PASSWORD}'`);
  await query(server.url, `create role reader login password '${PASSWORD}'`);
  await query(server.url, 'create database ministry owner installer');
  await query(server.url, 'create database bare owner reader');
}, 60_000);
afterEach(() => fixture.expectNoTraces());
afterAll(async () => {
  await fixture.cleanUp();
  await server.stop();
}, 60_000);

function databaseUrl(change: {
  user?: string;
  password?: string;
  host?: string;
  port?: number;
  database?: string;
}): string {
  const {
    user = 'installer',
    password = PASSWORD,
    host = '127.0.0.1',
    port = server.port,
    database = 'ministry',
  } = change;
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

describe('a start with DATABASE_URL', () => {
  it.each([
    [
      'nobody listens',
      () => ({ port: 1 }),
      /^tieuchi: the database cannot be reached \(.*ECONNREFUSED.*\) – .*DATABASE_URL$/,
    ],
    ['the password is wrong', () => ({ password: 'guessed' }), /password authentication failed.* – .*DATABASE_URL$/],
    ['the host is unknown', () => ({ host: 'database.invalid' }), /database\.invalid.* – .*DATABASE_URL$/],
    ['there is no such database', () => ({ database: 'absent' }), /"absent" does not exist.* – .*DATABASE_URL$/],
    [
      'its user may not make roles',
      () => ({ user: 'reader', database: 'bare' }),
      / – give DATABASE_URL a user with CREATEROLE/,
    ],
  ])(
    'says in one line what to do where %s',
    async (_, change, expected) => {
      const folder = fixture.newFolder();
      const line = await fixture.refusal({ folder, environment: { DATABASE_URL: databaseUrl(change()) } });
      expect(line).toMatch(expected);
      expect(line).not.toContain(PASSWORD);
      expect(existsSync(join(folder, 'postgres'))).toBe(false);
    },
    60_000,
  );

  it('keeps everything there, is for real data unless told otherwise, and finds it again', async () => {
    const folder = fixture.newFolder();
    const environment = { DATABASE_URL: databaseUrl({}) };
    const first = fixture.start({ folder, environment });
    const expected = { data: { country: { attainment: { total: 7_692, verdict: 'NO_DATA', origin: 'RECORDED' } } } };
    expect(await ask(await first.ready(), STANDING)).toMatchObject(expected);
    await first.stop();
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    const state = 'select created_at::text, demonstration from rural_security.installation';
    const ministry = server.url.replace(/tieuchi$/, 'ministry');
    const before = await query(ministry, state);
    expect(before).toMatchObject([{ demonstration: false }]);

    const second = fixture.start({ folder, environment });
    expect(await ask(await second.ready(), STANDING)).toMatchObject(expected);
    expect(await query(ministry, state)).toEqual(before);
    await second.stop();
    // it is not ours to end
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 120_000);
});
