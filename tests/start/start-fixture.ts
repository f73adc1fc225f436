import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { copyFolder, type PreparedFolder, prepareFolder } from './prepared-folder';
import { StartProcess, type StartWanted } from './start-process';

const TRACE = /^\s+at .+(:\d+|\))$/m;

/** The starts and folders of one test file. */
export class StartFixture {
  private readonly folders: string[] = [];
  private readonly starts: StartProcess[] = [];

  /** A folder that does not exist yet, inside one that is removed at the end. */
  newFolder(): string {
    const parent = mkdtempSync(join(tmpdir(), 'tieuchi-start-'));
    this.folders.push(parent);
    return join(parent, 'data');
  }

  prepare(): Promise<PreparedFolder> {
    return prepareFolder();
  }

  /** A data folder with demonstration data, as an earlier start left it. */
  async demonstrationFolder(): Promise<string> {
    const folder = this.newFolder();
    copyFolder((await prepareFolder()).folder, folder);
    return folder;
  }

  start(wanted: StartWanted): StartProcess {
    const start = new StartProcess(wanted);
    this.starts.push(start);
    return start;
  }

  /**
   * The one line in which a start says why it cannot go on; it has ended with 1 and nothing of it is left.
   * @param beside another start that runs on the same folder
   */
  async refusal(wanted: StartWanted, beside?: StartProcess): Promise<string> {
    const others = beside?.processes();
    const start = this.start(wanted);
    const { code } = await start.ending();
    await start.gone(others);
    expect({ code, lines: start.errors.trim().split('\n').length, said: start.errors }).toEqual({
      code: 1,
      lines: 1,
      said: expect.stringMatching(/^tieuchi: \S.*\n$/),
    });
    expect(start.output).not.toContain('is ready');
    return start.errors.trim();
  }

  /** Nothing that any start has said so far is a stack trace. */
  expectNoTraces(): void {
    for (const start of this.starts) expect(start.said()).not.toMatch(TRACE);
  }

  async cleanUp(): Promise<void> {
    for (const start of this.starts) start.killAll();
    for (const start of this.starts) await start.gone();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** How to reach a running start's own PostgreSQL as its superuser. */
export function superuserUrl(folder: string): string {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  return `postgres://postgres:${read('postgres.password')}@127.0.0.1:${read('postgres.port')}/tieuchi`;
}

/** One statement in a session of its own. */
export async function query<R extends object>(url: string, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}
