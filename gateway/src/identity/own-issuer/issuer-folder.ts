import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readDataFile, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { lockFile } from './folder-lock';
import { type SigningKey, signingKeySchema } from './signing-key';
import { type User, userSchema } from './user';

/** All that an issuer is. */
export interface IssuerBooks {
  /** The newest first. */
  readonly keys: readonly SigningKey[];
  readonly users: readonly User[];
}

export const keysFile = (folder: string) => join(folder, 'keys.json');
export const usersFile = (folder: string) => join(folder, 'users.json');

/**
 * Changes the books, one change at a time, also among processes; each file is replaced as a whole.
 * @param work what the books become, and what came of it; where it throws, nothing is written
 * @throws StartError when the folder cannot be written or is being changed for too long; what `work` throws
 */
export async function changeBooks<T>(
  folder: string,
  work: (books: IssuerBooks) => Promise<{ readonly books: IssuerBooks; readonly result: T }>,
): Promise<T> {
  const release = await enter(folder);
  try {
    const before = readBooks(folder);
    const { books, result } = await work(before);
    if (books.users !== before.users) replace(usersFile(folder), books.users);
    if (books.keys !== before.keys) replace(keysFile(folder), books.keys);
    return result;
  } finally {
    release();
  }
}

/** @throws StartError that names the place of what is wrong */
export function readBooks(folder: string): IssuerBooks {
  const [keys, users] = [keysFile(folder), usersFile(folder)];
  return {
    keys: existsSync(keys) ? parseKeys(keys, readFileSync(keys)) : [],
    users: existsSync(users) ? parseUsers(users, readFileSync(users)) : [],
  };
}

/** @throws StartError, also where others than its owner can read it */
export function parseKeys(path: string, bytes: Uint8Array): SigningKey[] {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new StartError(
      `${path} can be read by others than its owner`,
      `chmod 600, then tieuchi key rotate --at-once`,
    );
  }
  return parse(path, bytes, z.array(signingKeySchema));
}

/** @throws StartError */
export function parseUsers(path: string, bytes: Uint8Array): User[] {
  return parse(path, bytes, z.array(userSchema));
}

function parse<S extends z.ZodType>(path: string, bytes: Uint8Array, schema: S): z.output<S> {
  const { content, faults } = readDataFile(bytes, schema);
  if (!faults) return content;
  const [first] = faults;
  throw new StartError(`${path}: ${first?.place} ${first?.message}`, 'put it right, or bring it back from a backup');
}

async function enter(folder: string): Promise<() => void> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await lockFile(join(folder, 'changing'));
  } catch (error) {
    throw error instanceof StartError ? error : notWritable(folder, error);
  }
}

/** Whole or not at all, also when the power goes. */
function replace(path: string, content: unknown): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

function notWritable(path: string, error: unknown): StartError {
  const { code } = error as NodeJS.ErrnoException;
  return new StartError(`${path} cannot be written (${code})`, 'run this as the owner of the issuer’s folder');
}
