import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres';

/**
 * Whether a test may start the launcher as another user: only root can, and only where others may read the checkout, which
 * a clone in a private folder forbids.
 */
export function canRunAsAnother(): boolean {
  if (process.getuid?.() !== 0) return false;
  const isOpen = (folder: string): boolean =>
    (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isOpen(dirname(folder)));
  return isOpen(__dirname);
}

/** Temporary folders of one test file, and the processes that it started. */
export class LauncherFixture {
  private readonly folders: string[] = [];
  private readonly children: ChildProcess[] = [];
  private readonly servers: EmbeddedPostgres[] = [];
  private checkout: string | undefined;

  /** Closed to others, as `/root` is, unless `mode` says otherwise. */
  newFolder(mode = 0o755): string {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-postgres-'));
    chmodSync(folder, mode);
    this.folders.push(folder);
    return folder;
  }

  /** Starts the launcher in this process. */
  async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres(options);
    this.servers.push(server);
    return server;
  }

  /** The launcher's compiled code in a folder of its own. `binaries` holds the package `linux-x64` or its like. */
  newCheckout(mode?: number, binaries?: string): string {
    return transpileLauncher(this.newFolder(mode), binaries);
  }

  /** Starts the launcher in a process of its own, the leader of its own group. */
  async launch(
    options: EmbeddedPostgresOptions,
    { uid, checkout = this.checkout }: { uid?: number; checkout?: string } = {},
  ): Promise<LauncherProcess> {
    this.checkout ??= this.newCheckout();
    const child = spawn(process.execPath, [join(checkout ?? this.checkout, 'child.js'), JSON.stringify(options)], {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.children.push(child);
    const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    return { child, pid: child.pid ?? 0, ...JSON.parse(value ?? '{"fault":"ended without a word"}') };
  }

  async cleanUp(): Promise<void> {
    for (const child of this.children) if (child.exitCode === null) child.kill('SIGKILL');
    for (const server of this.servers) await server.stop();
    for (const folder of this.folders) {
      for (const pid of processesIn(folder)) process.kill(pid, 'SIGINT');
      await waitUntil(() => processesIn(folder).length === 0, 15_000);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

export interface LauncherProcess {
  child: ChildProcess;
  pid: number;
  url: string;
  port: number;
  /** What the start said instead, if it could not go on. */
  fault?: string;
}

const CHILD = `
const { startEmbeddedPostgres } = require('./embedded-postgres');
const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\\n');
startEmbeddedPostgres(JSON.parse(process.argv[2])).then(
  (server) => {
    process.stdin.once('data', () => { process.stdin.destroy(); server.stop().then(() => { process.exitCode = 3; }); });
    say({ url: server.url, port: server.port });
  },
  (error) => { say({ fault: error.line ?? error.stack }); process.exit(1); },
);`;

function transpileLauncher(into: string, binaries?: string): string {
  const packages = join(into, 'node_modules');
  mkdirSync(join(packages, '@tieuchi', 'subgraph-kit'), { recursive: true });
  const write = (source: string, target: string) => writeFileSync(target, transformFileSync(source).code);
  for (const name of readdirSync(__dirname).filter((file) => /(?<!\.test|-fixture)\.ts$/.test(file))) {
    write(join(__dirname, name), join(into, name.replace('.ts', '.js')));
  }
  const kit = join(__dirname, '../../../subgraph-kit/src');
  write(join(kit, 'start-error.ts'), join(packages, '@tieuchi', 'subgraph-kit', 'index.js'));
  const installed = join(dirname(require.resolve('pg/package.json')), '..');
  symlinkSync(join(installed, 'pg'), join(packages, 'pg'));
  symlinkSync(binaries ?? join(installed, '@embedded-postgres'), join(packages, '@embedded-postgres'));
  writeFileSync(join(into, 'child.js'), CHILD);
  return into;
}

/** Every PostgreSQL process works in its data directory, so that none can hide. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`).startsWith(`${folder}/`) ? [Number(name)] : [];
    } catch {
      return []; // ended in between, or somebody else's
    }
  });
}

export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** @throws Error when it has not come true in time */
export async function waitUntil(isTrue: () => boolean, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`not true within ${milliseconds} ms: ${isTrue}`);
    await sleep(25);
  }
}

/** One statement in a session of its own. */
export async function query<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
