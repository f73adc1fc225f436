import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../support/test-database';
import { type ComposeFile, type ComposeService, interpolate, placesOf } from './compose-file';
import type { ImageFolder } from './image-folder';

const HEALTHY_WITHIN_MS = 90_000;

/** A service of the compose file as a process: its image's files, its command, its variables. */
export interface RunningContainer {
  readonly process: ChildProcess;
  /** By the port in the compose file, where it is on this machine. */
  port(port: string): number;
  /** What it wrote on standard error: its log. */
  readonly log: string[];
  /** Asks its health as the container engine would: by the command in the compose file. */
  isHealthy(): Promise<boolean>;
  /** SIGTERM, as `docker stop` sends it. @returns its exit code, and how long it took */
  stop(): Promise<{ code: number | null; ms: number }>;
}

export interface Composition {
  readonly containers: ReadonlyMap<string, RunningContainer>;
  stopAll(): Promise<void>;
}

/** What compose files say of a network and a database elsewhere, as it is on this machine. */
interface Place {
  readonly compose: ComposeFile;
  readonly image: ImageFolder;
  readonly database: TestDatabase;
  readonly env: Readonly<Record<string, string>>;
  /** By where a volume is hung in a container, the folder that it is here. */
  readonly volumes: Readonly<Record<string, string>>;
  /** By `service:port`. */
  readonly ports: Map<string, number>;
}

/**
 * Runs the compose file's services as processes over the test PostgreSQL, in the order that they wait for each other.
 * Their ports become free ones of this machine: a port that nobody listens on stays one that nobody listens on.
 * @param env what stands in `.env`
 * @param volumes by where one is hung in a container, a folder of this machine
 * @throws Error when one does not become healthy, with what it logged
 */
export async function startComposition(
  compose: ComposeFile,
  image: ImageFolder,
  database: TestDatabase,
  env: Readonly<Record<string, string>>,
  volumes: Readonly<Record<string, string>>,
): Promise<Composition> {
  const place: Place = { compose, image, database, env, volumes, ports: new Map() };
  const containers = new Map<string, RunningContainer>();
  const stopAll = async () => {
    for (const container of [...containers.values()].reverse()) await container.stop();
  };
  try {
    for (const [name, service] of inOrder(compose)) {
      if (!service.command) continue;
      const container = await startContainer(name, service, place);
      containers.set(name, container);
      await untilDone(name, service, container);
    }
    return { containers, stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Each after those that it depends on. */
function inOrder({ services }: ComposeFile): [string, ComposeService][] {
  const ordered = new Map<string, ComposeService>();
  const add = (name: string) => {
    for (const dependency of Object.keys(services[name]!.depends_on ?? {})) add(dependency);
    ordered.set(name, services[name]!);
  };
  Object.keys(services).forEach(add);
  return [...ordered];
}

async function startContainer(name: string, service: ComposeService, place: Place): Promise<RunningContainer> {
  const environment: Record<string, string> = {};
  for (const [variable, value] of Object.entries(service.environment)) {
    const own = /PORT$/.test(variable) ? `${name}:${value}` : interpolate(value, place.env);
    environment[variable] = await onThisMachine(own, place);
    if (/PORT$/.test(variable)) environment[variable] = environment[variable].split(':').at(-1)!;
  }
  const { image } = place;
  const [program, ...rest] = service.command as string[];
  if (program !== 'node') throw new Error(`${name} runs ${program}`);
  const child = spawn(process.execPath, rest, {
    cwd: image.workFolder,
    env: { PATH: process.env.PATH, ...image.environment, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  child.stderr!.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  return {
    process: child,
    log,
    port: (port) => place.ports.get(`${name}:${port}`)!,
    isHealthy: async () => (await runHealthcheck(name, service, place)) === 0,
    stop: () => stop(child),
  };
}

/** Names of services with their ports become free ports here, the database the test's own. */
async function onThisMachine(value: string, { compose, database, volumes, ports }: Place): Promise<string> {
  if (value in volumes) return volumes[value] as string;
  const { host, pathname, username, password } = new URL(database.adminUrl);
  const changed = value
    .replace('@postgres:5432/tieuchi', `@${host}${pathname}`)
    .replace(/^postgres:\/\/tieuchi:[^@]*@/, `postgres://${username}:${password}@`);
  const [found, service, port] = /([a-z-]+):(\d+)$/.exec(changed) ?? [];
  if (found === undefined || !service || !(service in compose.services)) return changed;
  const key = `${service}:${port}`;
  if (!ports.has(key)) ports.set(key, await freePort());
  return changed.replace(found, `127.0.0.1:${ports.get(key)}`);
}

async function runHealthcheck(name: string, { healthcheck }: ComposeService, place: Place): Promise<number | null> {
  const [kind, program, ...rest] = healthcheck.test ?? [];
  if (kind !== 'CMD' || program !== 'node') throw new Error(`the health of ${name} is not asked by node`);
  const words = rest.map((word) =>
    word.replace(/127\.0\.0\.1:(\d+)/g, (_all, port) => `127.0.0.1:${place.ports.get(`${name}:${port}`) ?? port}`),
  );
  const child = spawn(process.execPath, words, { cwd: place.image.workFolder, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}

/** Until it is what others wait for: healthy, or ended well where it has no health. */
async function untilDone(name: string, { healthcheck }: ComposeService, container: RunningContainer): Promise<void> {
  const { process: child, log } = container;
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode === 0 && healthcheck.disable) return;
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${log.join('')}`);
    if (!healthcheck.disable && (await container.isHealthy())) return;
    await sleep(200);
  }
  throw new Error(`${name} did not become healthy: ${log.join('')}`);
}

async function stop(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const began = Date.now();
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  return { code: child.exitCode, ms: Date.now() - began };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An `.env` whose passwords are those that the test server's roles have already, for all that the file asks for. */
export function envOf(compose: ComposeFile, database: TestDatabase, more: Readonly<Record<string, string>>) {
  const env: Record<string, string> = { ...more };
  for (const { name } of placesOf(JSON.stringify(compose))) {
    if (name in env || !name.endsWith('_PASSWORD')) continue;
    env[name] = database.secrets.passwordOf(name.replace(/_PASSWORD$/, '').toLowerCase());
  }
  return env;
}
