import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  canRunAsAnother,
  LauncherFixture,
  type LauncherProcess,
  processesIn,
  query,
  waitUntil,
} from './launcher-fixture';

const fixture = new LauncherFixture();
const settings = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;
/** An account that every Linux has; PostgreSQL looks its user up. */
const DAEMON = 1;
const DEBIAN = '/usr/lib/postgresql/15/bin';

afterAll(() => fixture.cleanUp());

/** The child sets its code when `stop` has resolved, and calls no `exit`: nothing may hold it, or leave it early. */
async function stopped({ child }: LauncherProcess): Promise<void> {
  child.stdin?.write('stop');
  await waitUntil(() => child.exitCode !== null, 5_000);
  expect(child.exitCode).toBe(3);
}

describe('an embedded PostgreSQL', () => {
  it('keeps a row from its first start to its second', async () => {
    const dataDir = join(fixture.newFolder(), 'dữ liệu của tôi');
    const first = await fixture.start({ dataDir });
    await query(first.url, `create table ward as select 'Phường Hồng Hà' as name`);
    expect(first.firstStart).toBe(true);
    await first.stop();
    expect(processesIn(dataDir)).toEqual([]);

    const second = await fixture.start({ dataDir });
    expect(second.firstStart).toBe(false);
    expect(await query(second.url, 'select name from ward')).toEqual([{ name: 'Phường Hồng Hà' }]);
    await second.stop();
  });

  it('is durable, sorts by code points, asks for the password and listens on loopback only', async () => {
    const dataDir = fixture.newFolder();
    const server = await fixture.start({ dataDir });
    const [row] = await query(
      server.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
              'Z' < 'a' and 'z' < 'Đ' as is_by_code_point, upper('đường') as upper,
              (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as methods`,
    );
    expect(row).toEqual({
      fsync: 'on',
      commit: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      checksums: 'on',
      encoding: 'UTF8',
      is_by_code_point: true,
      upper: 'ĐƯỜNG',
      methods: 'scram-sha-256',
    });
    const passwordFile = join(dataDir, 'postgres.password');
    expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim()).toBe(`${server.port}`);
    const wrong = server.url.replace(readFileSync(passwordFile, 'utf8'), 'guessed');
    await expect(query(wrong, 'select')).rejects.toThrow('password authentication failed');
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres.port'))).toBe(false);
  });

  it('takes another port when the wanted one is not free', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const server = await fixture.start({ dataDir: fixture.newFolder(), settings, port });
    expect(server.port).not.toBe(port);
    await server.stop();
    blocker.close();
  });

  it('is one server when two processes start on a new folder at the same time', async () => {
    const dataDir = fixture.newFolder();
    const both = await Promise.all([fixture.launch({ dataDir, settings }), fixture.launch({ dataDir, settings })]);
    const [running, refused] = both.sort((a, b) => Number(!!a.fault) - Number(!!b.fault));
    expect(running?.fault).toBeUndefined();
    expect(refused?.fault).toContain(`is in use by`);
    expect(await query(running?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('tells when the server ends although nobody asked it to, and starts again', async () => {
    const dataDir = fixture.newFolder();
    const server = await fixture.start({ dataDir, settings });
    await query(server.url, 'create table kept as select 1 as n');
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    expect(typeof (await server.crashed)).toBe('string');
    const again = await fixture.start({ dataDir, settings });
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  it('resolves its stop, and then lets the process end by itself', async () => {
    const dataDir = fixture.newFolder();
    await stopped(await fixture.launch({ dataDir, settings }));
    expect(processesIn(dataDir)).toEqual([]);
  });

  (isRoot ? it : it.skip)('works in a folder whose parent is closed to the server, as /root is', async () => {
    const dataDir = join(fixture.newFolder(0o700), 'data');
    const server = await fixture.start({ dataDir, settings });
    await query(server.url, 'create table t as select generate_series(1, 1000) as i');
    await server.stop();
    const again = await fixture.start({ dataDir, settings });
    expect(await query(again.url, 'select count(*)::int from t')).toEqual([{ count: 1000 }]);
    await expect(fixture.start({ dataDir, settings })).rejects.toThrow(`process ${process.pid}`);
    await again.stop();
  });

  (canRunAsAnother() ? it : it.skip)('runs as the one who starts it when that is not root', async () => {
    const dataDir = fixture.newFolder(0o777);
    const launched = await fixture.launch({ dataDir, settings }, { uid: DAEMON });
    expect(launched.fault).toBeUndefined();
    expect(statSync(join(dataDir, 'postgres', 'PG_VERSION')).uid).toBe(DAEMON);
    await stopped(launched);
    // and root goes on with it under that user
    const server = await fixture.start({ dataDir, settings });
    expect(server.firstStart).toBe(false);
    await server.stop();
  });

  (existsSync(DEBIAN) ? it : it.skip)(`runs the programs that TIEUCHI_PG_BIN names, here ${DEBIAN}`, async () => {
    const dataDir = fixture.newFolder();
    const server = await fixture.start({ dataDir, binDir: DEBIAN, settings });
    const [row] = await query<{ version: string }>(server.url, `select current_setting('server_version') as version`);
    expect(row?.version).toMatch(/^15\./);
    await server.stop();
    await expect(fixture.start({ dataDir, settings })).rejects.toThrow(/written by PostgreSQL 15, .* 18$/);
  });
});
