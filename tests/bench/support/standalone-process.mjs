import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const POLL_MS = 5;

/** A temporary folder that is removed when `work` is over. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const START = [process.execPath, 'services/standalone/bin/start.mjs'];

/**
 * Starts the system on a free port, its metrics on another one.
 * @returns its address, its process, where its metrics are, and the time until /readyz said 200, in ms
 */
export async function startStandalone(dataDir, command = START, environment = {}) {
  const began = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      TIEUCHI_DATA_DIR: dataDir,
      PORT: '0',
      METRICS_PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const { url, metricsUrl } = await readAddresses(child);
  while (!(await fetch(`${url}/readyz`)).ok) await sleep(POLL_MS);
  return {
    url,
    metricsUrl,
    pid: child.pid,
    ms: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

function readAddresses(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /is ready.*: (http:\S+)\/graphql/.exec(output)?.[1];
      if (url) resolve({ url, metricsUrl: /^metrics (http:\S+)$/m.exec(output)?.[1] ?? null });
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready: ${output}`)));
  });
}

export async function ask(url, query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
