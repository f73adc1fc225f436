import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { ask, DEMONSTRATION_STANDING, STANDING } from './ask';
import { query, StartFixture, superuserUrl } from './start-fixture';

const NOBODY = 65_534;
const fixture = new StartFixture();
let folder: string;

beforeAll(async () => {
  folder = await fixture.demonstrationFolder();
}, 180_000);
afterEach(() => fixture.expectNoTraces());
afterAll(() => fixture.cleanUp(), 60_000);

async function listenSomewhere(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { port: number }).port };
}

describe('a start that cannot go on says in one line what to do, exits with 1 and leaves nothing running', () => {
  it('when its port is in use', async () => {
    const { server, port } = await listenSomewhere();
    const line = await fixture.refusal({ folder, environment: { PORT: String(port) } });
    expect(line).toBe(`tieuchi: port ${port} is in use – end what uses it, or set PORT to another number`);
    server.close();
  }, 120_000);

  it('when another one runs on its data folder, which goes on', async () => {
    const running = fixture.start({ folder });
    const url = await running.ready();
    const line = await fixture.refusal({ folder }, running);
    expect(line).toContain(`in use by another Tiêu chí, process ${running.nodePid()} – stop that process first`);
    expect((await ask(url, STANDING)).data).toEqual(DEMONSTRATION_STANDING);
    await running.stop();
  }, 120_000);

  it('when a newer version of the software has written its database', async () => {
    const newer = await fixture.demonstrationFolder();
    const running = fixture.start({ folder: newer });
    await running.ready();
    const database = superuserUrl(newer);
    await query(
      database,
      `insert into rural_security.migration (timestamp, name) values (9999999999999, 'Ahead9999999999999')`,
    );
    await running.stop();
    expect(await fixture.refusal({ folder: newer })).toBe(
      'tieuchi: the database was written by another version of the software (rural_security: Ahead9999999999999)' +
        ' – start that version, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
    );
  }, 120_000);

  it('when another major version of PostgreSQL wrote the folder, which stays as it was', async () => {
    const old = fixture.newFolder();
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '12\n');
    writeFileSync(join(old, 'postgres.password'), 'secret');
    // as root, the files belong to the server's own user
    if (process.getuid?.() === 0) chownSync(join(old, 'postgres', 'PG_VERSION'), NOBODY, NOBODY);
    expect(await fixture.refusal({ folder: old })).toMatch(
      /was written by PostgreSQL 12, and this is PostgreSQL \d+ – set TIEUCHI_PG_BIN/,
    );
    expect(readdirSync(join(old, 'postgres'))).toEqual(['PG_VERSION']);
    expect(readFileSync(join(old, 'postgres', 'PG_VERSION'), 'utf8')).toBe('12\n');
  }, 60_000);

  it('when its data folder cannot be made', async () => {
    const file = fixture.newFolder();
    writeFileSync(file, '');
    expect(await fixture.refusal({ folder: join(file, 'below') })).toContain(
      'choose another one with TIEUCHI_DATA_DIR',
    );
  }, 60_000);

  it('when several variables are wrong, naming them all', async () => {
    const line = await fixture.refusal({
      folder: fixture.newFolder(),
      environment: { PORT: 'abc', DATABASE_URL: 'nonsense', LOG_LEVEL: 'loud' },
    });
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL']) expect(line).toContain(`${name}: `);
  }, 60_000);

  it('when the file of issuers is wrong, naming the places', async () => {
    const file = `${fixture.newFolder()}.json`;
    writeFileSync(file, JSON.stringify([{ issuer: 'a', jwks: 'http://sso.example.vn/', algorithms: ['HS256'] }]));
    const line = await fixture.refusal({ folder, environment: { TIEUCHI_ISSUERS: file } });
    for (const place of ['audience', 'jwks', 'algorithms[0]', 'claims', 'roles'])
      expect(line).toContain(`[0].${place}: `);
    expect(line).toMatch(/ – docs\/identity\.md has an example$/);
  }, 120_000);

  it.each(['--nodemo', '--port=4000', 'surplus'])(
    'when it is asked for %s, which it does not know',
    async (option) => {
      const line = await fixture.refusal({ folder: fixture.newFolder(), args: [option] });
      expect(line).toContain(option.split('=')[0]);
      expect(line).toMatch(/ – npm start -- --help shows the options$/);
    },
    60_000,
  );
});
