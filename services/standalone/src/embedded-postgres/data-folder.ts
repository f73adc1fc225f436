import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';

/** Where things are. All but `cluster` belong to whoever starts Tiêu chí; `cluster` belongs to the server's user. */
export interface DataFolder {
  root: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** The superuser's password, mode 0600. */
  passwordFile: string;
  /** The port of the server that runs here, or of one that was killed. */
  portFile: string;
  logFile: string;
}

export function dataFolder(dataDir: string): DataFolder {
  const root = existsSync(dataDir) ? realpathSync(dataDir) : resolve(dataDir);
  return {
    root,
    cluster: join(root, 'postgres'),
    passwordFile: join(root, 'postgres.password'),
    portFile: join(root, 'postgres.port'),
    logFile: join(root, 'postgres.log'),
  };
}

/**
 * Looks and changes nothing.
 * @returns the major version that wrote the data, for example "18"; undefined before the first start
 * @throws StartError for a folder that is not ours
 */
export function readClusterVersion({ root, cluster, passwordFile }: DataFolder): string | undefined {
  const entries = explained(root, () => (existsSync(cluster) ? readdirSync(cluster) : []));
  if (entries.length === 0) return undefined;
  const refuse = (what: string, hint: string) => new StartError(`The folder ${cluster} ${what}`, hint);
  if (!entries.includes('PG_VERSION')) {
    throw refuse('is not empty and holds no PostgreSQL database', 'choose another data folder, or move its files away');
  }
  if (!existsSync(passwordFile)) {
    throw refuse(
      `holds a database, but its password file ${passwordFile} is missing`,
      'put the file back, choose another data folder, or set DATABASE_URL if the database is not one of ours',
    );
  }
  return explained(root, () => readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim());
}

/** @throws StartError when the folder cannot be made or written */
export function makeWritable({ root, logFile }: DataFolder): void {
  explained(root, () => {
    mkdirSync(root, { recursive: true });
    closeSync(openSync(logFile, 'a', 0o600));
  });
}

/** Reads the password, or makes one; of two processes that make one at the same time both get the same. */
export function ensurePassword({ root, passwordFile }: DataFolder): string {
  return explained(root, () => {
    if (!existsSync(passwordFile)) {
      const draft = `${passwordFile}.new-${process.pid}`;
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
      try {
        linkSync(draft, passwordFile); // unlike a rename, never replaces
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      } finally {
        rmSync(draft);
      }
    }
    return readFileSync(passwordFile, 'utf8');
  });
}

/** Makes renames and new names in a folder survive a power cut. */
export function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Runs `work` on files of `folder`; what the file system refuses becomes one line. */
export function explained<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StartError || !codeOf(error)) throw error;
    throw new StartError(
      `The folder ${folder} cannot be used (${(error as Error).message})`,
      'let this user read and write it, or choose another data folder',
    );
  }
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
