import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, DEMONSTRATION_STANDING, STANDING } from './ask';
import { query, StartFixture, superuserUrl } from './start-fixture';

const fixture = new StartFixture();
const ADDRESS = /^Tiêu chí is ready after \d+\.\d s: http:\/\/127\.0\.0\.1:\d+\/graphql$/;

beforeAll(async () => {
  await fixture.prepare();
}, 180_000);
afterEach(() => fixture.expectNoTraces());
afterAll(() => fixture.cleanUp(), 60_000);

/** The role as which the database was read, from PostgreSQL's own log of its statements. */
async function readingRole(folder: string, url: string): Promise<string[]> {
  const database = superuserUrl(folder);
  await query(database, "alter system set log_statement = 'all'");
  await query(database, 'select pg_reload_conf()');
  // the sessions that are open take the setting over with their next statement
  await ask(url, STANDING);
  const { data } = await ask(url, STANDING);
  expect(data).toEqual(DEMONSTRATION_STANDING);
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
  return [...new Set(log.match(/'anonymous', \$2 = '\w+'/g))];
}

/** Until all three services have a session: what is printed cannot tell. */
async function untilServing(folder: string): Promise<void> {
  const sessions = "select distinct usename from pg_stat_activity where usename like '%\\_app'";
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (existsSync(join(folder, 'postgres.port'))) {
      const rows = await query(superuserUrl(folder), sessions).catch(() => []);
      if (rows.length === 3) return;
    }
    await sleep(50);
  }
  throw new Error('the services did not connect');
}

describe('a start', () => {
  it('says at its first time what it does, and last where it answers', async () => {
    const { output, errors } = await fixture.prepare();
    const lines = output.trim().split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '… creating the database files (once)',
      expect.stringMatching(/^… starting PostgreSQL \d+$/),
      '… loading the administrative maps',
      '… making demonstration data',
    ]);
    expect(lines.at(-1)).toMatch(ADDRESS);
    expect(lines.filter((line) => line.includes('MÔ PHỎNG'))).toHaveLength(1);
    expect(errors).toBe('');
  });

  it('is ready when it says so, and answers a question', async () => {
    const folder = await fixture.demonstrationFolder();
    const start = fixture.start({ folder, by: 'npm' });
    const url = await start.ready();
    const readiness = await fetch(`${url}/readyz`);
    expect([readiness.status, await readiness.json()]).toMatchObject([200, { ready: true }]);
    expect(await ask(url, STANDING)).toEqual({ status: 200, data: DEMONSTRATION_STANDING, errors: undefined });
    await start.stop();
  }, 120_000);

  it('serves the page, which it builds where it is not there', async () => {
    const built = join(__dirname, '../../clients/dashboard/dist/built');
    rmSync(built, { force: true });
    const start = fixture.start({ folder: await fixture.demonstrationFolder() });
    const url = await start.ready();
    expect(existsSync(built)).toBe(true);
    const page = await fetch(`${url}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html lang="vi">')]);
    await start.stop();
  }, 120_000);

  it('goes on at its second time with the rows of the first, and loads nothing again', async () => {
    const folder = await fixture.demonstrationFolder();
    const state = `select (select created_at::text from rural_security.installation),
      (select count(*)::int from rural_security.assessment), (select max(id)::int from rural_security.assessment),
      (select count(*)::int from model_ward.pilot_ward), (select max(edition) from geography.edition)`;
    const first = fixture.start({ folder });
    await first.ready();
    await query(superuserUrl(folder), "create table kept as select 'Phường Hồng Hà' as name");
    const before = await query(superuserUrl(folder), state);
    await first.stop();

    const second = fixture.start({ folder });
    await second.ready();
    expect(await query(superuserUrl(folder), state)).toEqual(before);
    expect(await query(superuserUrl(folder), 'select name from kept')).toEqual([{ name: 'Phường Hồng Hà' }]);
    expect(second.output).not.toContain('creating the database files');
    expect(second.output).not.toContain('loading the administrative maps');
    await second.stop();
  }, 120_000);

  it('gives tokens and open reading to this machine alone, and ends those tokens where others reach it', async () => {
    const folder = await fixture.demonstrationFolder();
    const here = fixture.start({ folder });
    expect(await readingRole(folder, await here.ready())).toEqual(["'anonymous', $2 = 'VIEWER'"]);
    expect(here.output.match(/^token [A-Z_]+ +\S+$/gm)).toHaveLength(8);
    const token = /^token ADMIN +(\S+)$/m.exec(here.output)?.[1] as string;
    expect((await ask(await here.ready(), STANDING, token)).status).toBe(200);
    await here.stop();
    rmSync(join(folder, 'postgres.log'));

    const elsewhere = fixture.start({ folder, environment: { HOST: '0.0.0.0' } });
    const url = await elsewhere.ready();
    expect((await ask(url, STANDING, token)).status).toBe(401);
    expect(elsewhere.said()).not.toMatch(/token|eyJ/);
    expect(await readingRole(folder, url)).toEqual(["'anonymous', $2 = 'PUBLIC'"]);
    await elsewhere.stop();
  }, 120_000);

  it('goes on when nobody reads what it prints', async () => {
    const start = fixture.start({ folder: await fixture.demonstrationFolder() });
    start.child.stdout?.destroy();
    start.child.stderr?.destroy();
    await untilServing(start.folder);
    await start.stop();
  }, 120_000);

  it('shows its options and touches nothing', async () => {
    const folder = fixture.newFolder();
    const start = fixture.start({ folder, args: ['--help'] });
    expect(await start.ending()).toEqual({ code: 0, signal: null });
    for (const word of ['--no-demo', 'TIEUCHI_DATA_DIR', 'DATABASE_URL', 'PORT']) expect(start.output).toContain(word);
    expect(start.errors).toBe('');
    expect(existsSync(folder)).toBe(false);
  });
});
