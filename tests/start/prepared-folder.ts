import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll, StartProcess } from './start-process';

export interface PreparedFolder {
  /** A data folder with demonstration data, at rest; to be copied, never started. */
  readonly folder: string;
  /** What its first start printed. */
  readonly output: string;
  readonly errors: string;
}

const PREPARED_MS = 180_000;

/**
 * One first start for the whole test run: whichever file comes first makes the folder beside the test server's data, which
 * is removed with it; files that run at the same time wait for it.
 */
export async function prepareFolder(): Promise<PreparedFolder> {
  const place = join(process.env.TIEUCHI_TEST_DATA ?? ownPlace(), 'prepared-start');
  const folder = join(place, 'data');
  const said = join(place, 'said.json');
  if (isMaker(place)) {
    const start = new StartProcess({ folder });
    try {
      await start.ready();
      await start.stop();
    } finally {
      start.killAll();
    }
    writeFileSync(said, JSON.stringify({ output: start.output, errors: start.errors }), { flush: true });
  }
  await poll(
    () => existsSync(said),
    PREPARED_MS,
    () => `no first start has come to its end in ${place}`,
  );
  return { folder, ...(JSON.parse(readFileSync(said, 'utf8')) as { output: string; errors: string }) };
}

/** Exactly one process makes a folder. */
function isMaker(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

let madeHere: string | undefined;

/** Without jest's global set-up: a place for this process alone. */
export function ownPlace(): string {
  madeHere ??= mkdtempSync(join(tmpdir(), 'tieuchi-prepared-'));
  return madeHere;
}

/** With its owners: as root, PostgreSQL's files belong to another user than the folder. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
