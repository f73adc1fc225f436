import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import { findBinaries } from './binaries';
import type { EmbeddedPostgresOptions } from './embedded-postgres';
import { canRunAsAnother, LauncherFixture, query } from './launcher-fixture';
import { copyNative, linkLibraries } from './native-copy';
import { lastFault } from './server-log';

const fixture = new LauncherFixture();
const isRoot = process.getuid?.() === 0;
const settings = { fsync: 'off' };
const NATIVE = join(
  dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
  'native',
);

afterAll(() => fixture.cleanUp());

async function refusal(options: EmbeddedPostgresOptions): Promise<StartError> {
  const error = await fixture.start(options).then(
    () => new Error('it started'),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  expect(error.line).not.toContain('\n');
  return error;
}

/** Every file below a folder with its content. */
function contents(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(
    ({ parentPath, name }) => `${parentPath}/${name}: ${readFileSync(join(parentPath, name), 'latin1')}`,
  );
}

describe('a start that cannot go on', () => {
  it('names the process that holds the folder, which goes on undisturbed', async () => {
    const dataDir = fixture.newFolder();
    const launched = await fixture.launch({ dataDir, settings });
    expect((await refusal({ dataDir, settings })).message).toBe(
      `The data folder ${dataDir} is in use by another Tiêu chí, process ${launched.pid}`,
    );
    expect(await query(launched.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves the data of another major version as it was', async () => {
    const dataDir = fixture.newFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    if (isRoot) chownSync(join(dataDir, 'postgres', 'PG_VERSION'), 65_534, 65_534);
    writeFileSync(join(dataDir, 'postgres.password'), 'secret');
    const before = contents(dataDir);
    const { message, hint } = await refusal({ dataDir });
    expect(message).toMatch(/was written by PostgreSQL 12, and this is PostgreSQL 18$/);
    expect(hint).toContain('TIEUCHI_PG_BIN');
    expect(contents(dataDir)).toEqual(before);
  });

  it.each([
    ['other files', 'thesis.txt', 'is not empty and holds no PostgreSQL database'],
    ["somebody else's database", 'PG_VERSION', 'its password file'],
  ])('leaves a folder with %s as it was', async (_, file, message) => {
    const dataDir = fixture.newFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', file), '18\n');
    const before = contents(dataDir);
    expect((await refusal({ dataDir })).message).toContain(message);
    expect(contents(dataDir)).toEqual(before);
  });

  it('says that a data folder is a file', async () => {
    const dataDir = join(fixture.newFolder(), 'file');
    writeFileSync(dataDir, '');
    expect((await refusal({ dataDir })).message).toMatch(/cannot be used/);
  });

  (canRunAsAnother() ? it : it.skip)('says that the folder cannot be written', async () => {
    const { fault } = await fixture.launch({ dataDir: join(fixture.newFolder(), 'data') }, { uid: 12_345 });
    expect(fault).toMatch(/cannot be used \(EACCES.*let this user read and write it/);
  });

  it('says what to set where there are no programs for the platform', () => {
    expect(() => findBinaries({ platform: 'sunos-sparc' })).toThrow('no embedded PostgreSQL for sunos-sparc');
    const windows = (() => {
      try {
        return findBinaries({ platform: 'win32-x64' });
      } catch (error) {
        return error;
      }
    })();
    expect((windows as StartError).hint).toMatch(/^use WSL, or set DATABASE_URL .* TIEUCHI_PG_BIN/);
  });

  it('says that TIEUCHI_PG_BIN holds no PostgreSQL', async () => {
    const { message } = await refusal({ dataDir: fixture.newFolder(), binDir: '/usr/bin' });
    expect(message).toMatch(/^TIEUCHI_PG_BIN: no PostgreSQL that runs in \/usr\/bin \(.*initdb ENOENT\)$/);
  });

  it('repeats the last words of initdb, and leaves no folder', async () => {
    const [dataDir, binDir] = [fixture.newFolder(), fixture.newFolder()];
    const script = `#!/bin/sh\n[ "$1" = --version ] && { echo "x (PostgreSQL) 18.0"; exit; }
      echo "initdb: error: no space left" >&2; echo "initdb: removing contents of data directory" >&2; exit 1`;
    for (const name of ['initdb', 'postgres']) writeFileSync(join(binDir, name), script, { mode: 0o755 });
    expect((await refusal({ dataDir, binDir })).message).toMatch(/could not create its files in .*: no space left$/);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres.log', 'postgres.password']);
    await fixture.start({ dataDir, settings });
  });

  it('repeats the last words of a server that refuses a setting', async () => {
    const { message } = await refusal({
      dataDir: fixture.newFolder(),
      settings: { ...settings, max_connections: '-1' },
    });
    expect(message).toMatch(/did not start on .*max_connections/);
  });

  it('finds the fault among what follows it', () => {
    const lines = [
      '2026 [7] FATAL:  lock file "postmaster.pid" already exists',
      'HINT:  Is another postmaster running?',
    ];
    expect(lastFault(lines)).toBe('lock file "postmaster.pid" already exists');
  });
});

describe('the package of binaries', () => {
  function newPackage(mode: number): string {
    const folder = join(fixture.newFolder(mode), 'linux-x64');
    cpSync(dirname(NATIVE), folder, { recursive: true, filter: (path) => !/\.so(\.\d+)?$/.test(path) || isKept(path) });
    return join(folder, 'native');
  }
  /** Files that are no links: what npm unpacks. */
  function isKept(path: string): boolean {
    const links: { target: string }[] = JSON.parse(readFileSync(join(NATIVE, 'pg-symlinks.json'), 'utf8'));
    return !links.some(({ target }) => path.endsWith(target));
  }

  it('gets its links when its install script was not run', () => {
    const native = newPackage(0o755);
    const link = join(native, 'lib', 'libicuuc.so.60');
    expect(existsSync(link)).toBe(false);
    expect(linkLibraries(native)).toBe(true);
    expect(readFileSync(link).length).toBeGreaterThan(1_000_000);
  });

  (isRoot ? it : it.skip)(
    'is copied once for a checkout that is closed to the server, as one in /root is',
    async () => {
      const native = newPackage(0o700);
      const checkout = fixture.newCheckout(0o700, dirname(dirname(native)));
      const cacheDir = join(fixture.newFolder(), 'cache');
      const dataDir = join(checkout, '.data');
      const launched = await fixture.launch({ dataDir, cacheDir, settings }, { checkout });
      expect(launched.fault).toBeUndefined();
      const [row] = await query<{ path: string }>(
        launched.url,
        `select setting as path from pg_config where name = 'BINDIR'`,
      );
      expect(row?.path.startsWith(cacheDir)).toBe(true);

      const kept = copyNative(native, cacheDir);
      expect(readdirSync(cacheDir)).toEqual([basename(dirname(kept))]);
      chmodSync(dirname(kept), 0o777);
      expect(() => copyNative(native, cacheDir)).toThrow('can be written by other users');
    },
  );

  (canRunAsAnother() ? it : it.skip)('says that PostgreSQL wants an account for the user', async () => {
    const { fault } = await fixture.launch({ dataDir: fixture.newFolder(0o777) }, { uid: 12_345 });
    expect(fault).toMatch(/user does not exist – .*\/etc\/passwd/);
  });
});
