import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import { codeOf, explained } from './data-folder';

/**
 * npm packs no symbolic links: the package lists them, and its install script makes them if it was allowed to run.
 * @returns false when links are missing and the folder is not ours to write
 */
export function linkLibraries(native: string): boolean {
  for (const { source, target } of readLinks(native)) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Paths relative to the package. macOS packages may have no list. */
function readLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/**
 * Copies the package's `native` folder to where every user can read it (about 55 MB, once per version).
 * @returns the folder of the copy: `<cacheDir>/postgresql-<platform>-<version>/native`
 */
export function copyNative(native: string, cacheDir: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const kept = join(cacheDir, `postgresql-${basename(dirname(native))}-${version}`);
  if (existsSync(kept)) {
    assertOurs(kept);
    return join(kept, 'native');
  }
  return explained(cacheDir, () => {
    mkdirSync(cacheDir, { recursive: true, mode: 0o755 });
    chmodSync(cacheDir, 0o755); // whatever the umask says
    const draft = `${kept}.new-${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    const isWanted = (path: string) => !path.endsWith('.a');
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true, filter: isWanted });
    linkLibraries(join(draft, 'native'));
    makeReadable(draft);
    moveUnlessThere(draft, kept);
    return join(kept, 'native');
  });
}

function moveUnlessThere(draft: string, kept: string): void {
  try {
    renameSync(draft, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/** Programs from a folder that somebody else could have written are not run. */
function assertOurs(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return;
  throw new StartError(`The folder ${folder} can be written by other users`, 'remove it and start again');
}

function makeReadable(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
