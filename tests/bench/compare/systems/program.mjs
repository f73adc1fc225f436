import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const POLL_MS = 20;
const READY_WITHIN_MS = 120_000;
const END_WITHIN_MS = 15_000;
const running = new Set();

// whoever ends the bench while it measures ends what it started
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/**
 * Starts a program that prints its address, and waits until it prints it.
 * @param {{ node: string, args: string[], environment: Record<string, string>, address: RegExp }} program `address`
 *   holds the URL in its first group
 * @returns {Promise<{ url: string, pid: number, output: string, stop(): Promise<void> }>} `output`: what it printed so far
 * @throws Error with its last words when it ends before, or says nothing for two minutes
 */
export async function startProgram({ node, args, environment, address }) {
  const child = spawn(node, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const closed = once(child, 'close').finally(() => running.delete(child));
  try {
    const output = await untilAddress(child, address);
    return { url: address.exec(output)[1], pid: child.pid, output, stop: () => end(child, closed) };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${args.join(' ')}: ${error.message}`);
  }
}

async function end(child, closed) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await closed;
  clearTimeout(timer);
}

function untilAddress(child, address) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`it gave no address: ${output.slice(-500)}`)), READY_WITHIN_MS);
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      if (!address.test(output)) return;
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${code}: ${output.slice(-500)}`));
    });
  });
}

export function untilReady(url) {
  return untilAnswers(`${url}/readyz`);
}

/** @throws Error when the address does not answer with 200 in two minutes */
export async function untilAnswers(url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`${url} did not become ready`);
}

/** For programs that cannot say which port they were given. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The version of a Node, by its program: 24 for v24.9.0. */
export function majorOf(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return Number.parseInt(stdout, 10);
}
