import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Readiness, StartError } from '@tieuchi/subgraph-kit';

const READY_WITHIN_MS = 60_000;
const TIED_MAIN = join(__dirname, '../bin/tied-main.cjs');

/** A program of ours that runs as a process of its own. */
export interface ChildProgram {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** What it said of itself when it became ready. */
  readonly versions: Readonly<Record<string, string>>;
  /** Resolves when it has ended, whoever asked it to. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ProgramToStart {
  readonly name: string;
  /** The package's `main`, as Node resolves it. */
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/**
 * Starts a program of ours and waits until it is ready. Its own first line on standard output names its address; what it
 * says on standard error goes on to ours.
 * @throws StartError when it ends before, with its last line
 */
export async function startChildProgram({
  name,
  main,
  environment,
  onProgress,
}: ProgramToStart): Promise<ChildProgram> {
  // a closed standard input tells a child that we are gone, however we went
  const child = spawn(process.execPath, [TIED_MAIN, main], {
    // whoever sets limits of Node's, such as that of the heap, means all processes
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
      ...tracingOf(process.env),
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await readAddress(child, name, onProgress);
  const versions = await untilReady(url, name);
  return {
    name,
    url,
    pid: child.pid as number,
    versions,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Lines of progress begin with "… "; they are passed on. */
function readAddress(child: ChildProcess, name: string, onProgress?: (message: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let lastWords = '';
    let isReady = false;
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = chunk.toString().trim();
      // until it is ready its last words are the reason that the start gives
      if (isReady) process.stderr.write(chunk);
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const [, message] of chunk.toString().matchAll(/^… (.+)$/gm)) onProgress?.(message as string);
      const address = /(http:\S+)\/graphql/.exec(output)?.[1];
      if (!address) return;
      isReady = true;
      resolve(address);
    });
    child.once('exit', () =>
      reject(
        new StartError(`${name} did not start`, lastWords.replace(`${name}: `, '') || 'set LOG_LEVEL=debug to see why'),
      ),
    );
  });
}

async function untilReady(url: string, name: string): Promise<Readonly<Record<string, string>>> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(new URL('/readyz', url)).catch(() => null);
    if (response?.ok) return ((await response.json()) as Partial<Readiness>).versions ?? {};
    await sleep(50);
  }
  throw new StartError(
    `${name} was not ready within ${READY_WITHIN_MS / 1000} s`,
    `ask ${url}/readyz what it waits for`,
  );
}

/** OpenTelemetry's variables are for every process alike. */
function tracingOf(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('OTEL_')));
}
