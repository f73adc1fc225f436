import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, processesOf } from './process-table';

export const ROOT = join(__dirname, '../..');

/** Generous: what is waited for is polled, and a busy machine is slow. */
const READY_MS = 90_000;
const ENDED_MS = 60_000;
const GONE_MS = 10_000;

export interface StartWanted {
  /** The data folder. */
  readonly folder: string;
  /** `npm` runs `npm start`, as a person does; `node` runs the program behind it. */
  readonly by?: 'npm' | 'node';
  /** What of package.json's scripts. */
  readonly script?: 'start' | 'start:services';
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const PROGRAM = {
  start: 'services/standalone/bin/start.mjs',
  'start:services': 'services/standalone/bin/start-services.mjs',
};

/** One start of the software in a process group of its own, as a terminal would make it. */
export class StartProcess {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly ended: Promise<Ending>;
  output = '';
  errors = '';
  private readonly program: string;

  constructor({ folder, by = 'node', script = 'start', args = [], environment = {} }: StartWanted) {
    this.folder = folder;
    this.program = PROGRAM[script];
    const [command, ...words] =
      by === 'npm' ? ['npm', 'run', script, '--', ...args] : [process.execPath, this.program, ...args];
    this.child = spawn(command as string, words, {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // nothing of the test runner's own environment
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TIEUCHI_DATA_DIR: folder, PORT: '0', ...environment },
    });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve({ code, signal })));
  }

  get group(): number {
    return this.child.pid as number;
  }

  /** The address without `/graphql`. @throws Error with all that it said when it ends instead */
  async ready(): Promise<string> {
    await poll(
      () => this.address() !== undefined || hasExited(this.child),
      READY_MS,
      () => this.said(),
    );
    const address = this.address();
    if (!address) throw new Error(`it ended before it was ready: ${this.said()}`);
    return address;
  }

  /** How it ended on its own. @throws Error when it does not */
  async ending(): Promise<Ending> {
    const late = sleep(ENDED_MS, undefined, { ref: false }).then(() => {
      throw new Error(`it did not end: ${this.said()}`);
    });
    return Promise.race([this.ended, late]);
  }

  /** Every process that belongs to it: node, shells, PostgreSQL. */
  processes(): number[] {
    return processesOf(this.folder, this.group).map(({ pid }) => pid);
  }

  /** The number of the Node process that serves, not of npm above it. */
  nodePid(): number {
    const found = processesOf(this.folder, this.group).filter(({ argv }) => argv[1] === this.program);
    if (found.length !== 1) throw new Error(`expected one ${this.program}, found ${JSON.stringify(found)}`);
    return (found[0] as { pid: number }).pid;
  }

  /**
   * @param others processes of another start on the same folder, which may begin more: PostgreSQL has one for a connection
   * @throws Error that names what is left of it after ten seconds
   */
  async gone(others: readonly number[] = []): Promise<void> {
    const isOthers = (pid: number) => others.includes(pid) || others.includes(parentOf(pid));
    const left = () => processesOf(this.folder, this.group).filter(({ pid }) => !isOthers(pid));
    await poll(
      () => left().length === 0,
      GONE_MS,
      () =>
        `left: ${left()
          .map(({ pid, argv }) => `${pid} ${argv.join(' ').trim().slice(0, 80)}`)
          .join('; ')}`,
    );
  }

  /** Asks for an orderly end, and waits until nothing is left. */
  async stop(): Promise<void> {
    if (!hasExited(this.child)) process.kill(this.child.pid as number, 'SIGTERM');
    await this.gone();
  }

  /** For the end of a test that failed. */
  killAll(): void {
    for (const pid of this.processes()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }

  said(): string {
    return `${this.output}${this.errors}`;
  }

  private address(): string | undefined {
    return /is ready.*: (http:\S+)\/graphql/.exec(this.output)?.[1];
  }
}

/** 0 of a process that has ended. */
function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function hasExited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** @throws Error with `explain` when it has not come true in time */
export async function poll(isTrue: () => boolean, milliseconds: number, explain: () => string): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`not within ${milliseconds} ms; ${explain()}`);
    await sleep(25);
  }
}
