import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@tieuchi/subgraph-kit';

const READY_WITHIN_MS = 60_000;
const TIED_MAIN = join(__dirname, '../bin/tied-main.cjs');

export interface ServiceProcess {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Resolves when it has ended, whoever asked it to. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServiceProgram {
  readonly name: string;
  /** The package's `main`, as Node resolves it. */
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Starts a program of ours and waits until it is ready. Its own first line on standard output names its address; what it
 * says on standard error goes on to ours.
 * @throws StartError when it ends before, with its last line
 */
export async function startServiceProcess({ name, main, environment }: ServiceProgram): Promise<ServiceProcess> {
  // a closed standard input tells a child that we are gone, however we went
  const child = spawn(process.execPath, [TIED_MAIN, main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await readAddress(child, name);
  await untilReady(url, name);
  return {
    name,
    url,
    pid: child.pid as number,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readAddress(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let lastWords = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = chunk.toString().trim();
      process.stderr.write(chunk);
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /(http:\S+)\/graphql/.exec(output)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () =>
      reject(new StartError(`${name} ended before it was ready`, lastWords || 'see its log above')),
    );
  });
}

async function untilReady(url: string, name: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(new URL('/readyz', url)).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new StartError(
    `${name} was not ready within ${READY_WITHIN_MS / 1000} s`,
    `ask ${url}/readyz what it waits for`,
  );
}
