import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { treeOf } from './memory.mjs';

const PROBE = fileURLToPath(new URL('heap-probe.cjs', import.meta.url));
const WITHIN_MS = 30_000;
const MB = 1_048_576;

/** What must be in the environment of a start, so that its processes can be asked for their heaps later. */
export function probeHeaps(folder) {
  copyFileSync(PROBE, join(folder, 'heap-probe.cjs'));
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${join(folder, 'heap-probe.cjs')}`.trim() };
}

/**
 * Heaps of all Node processes of a start after a forced collection, buffers included, by what each process is.
 * @returns {Promise<Map<string, number>>} in MB
 */
export async function heapsOf(folder, root) {
  const heaps = new Map();
  for (const pid of treeOf(root)) {
    const name = nameOf(pid);
    if (name !== null) heaps.set(name, await heapOf(folder, pid));
  }
  return heaps;
}

async function heapOf(folder, pid) {
  const file = join(folder, `${pid}.json`);
  const before = read(file)?.asked ?? 0;
  process.kill(pid, 'SIGUSR2');
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const said = read(file);
    if (said && said.asked > before) return (said.heapUsed + said.external) / MB;
    if (Date.now() > deadline) throw new Error(`process ${pid} did not tell of its heap`);
    await sleep(20);
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Null for what is no Node process of ours: PostgreSQL, whose sessions come and go. */
function nameOf(pid) {
  let line = '';
  try {
    line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return null;
  }
  if (!/^\S*node /.test(line)) return null;
  return (
    /(?:services\/)?([a-z-]+)\/dist\/main\.js/.exec(line)?.[1] ??
    (/start-services/.test(line) ? 'starter' : 'standalone')
  );
}
