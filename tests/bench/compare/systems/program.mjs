import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
 * @returns {Promise<{ url: string, pid: number, stop(): Promise<void> }>}
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
    const url = await readAddress(child, address);
    return { url, pid: child.pid, stop: () => end(child, closed) };
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

function readAddress(child, address) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`it gave no address: ${output.slice(-500)}`)), READY_WITHIN_MS);
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      const found = address.exec(output)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${code}: ${output.slice(-500)}`));
    });
  });
}

/** @throws Error when it is not ready in two minutes */
export async function untilReady(url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(new URL('/readyz', url)).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`${url} did not become ready`);
}
