import { readdirSync, readFileSync } from 'node:fs';

const MB = 1_024;

/**
 * Memory of a process and all below it, in MB. `rss` counts a shared page once for each process that maps it; `pss`
 * divides it among them, and is null where /proc/PID/smaps_rollup cannot be read.
 * @returns {{ rss: number, pss: number | null, nodePss: number | null, postgresPss: number | null }}
 */
export function memoryOf(root) {
  const tree = treeOf(root).map((pid) => ({ pid, name: nameOf(pid), rss: residentKb(pid), pss: proportionalKb(pid) }));
  const sum = (entries, key) =>
    entries.some((entry) => entry[key] === null) ? null : entries.reduce((total, entry) => total + entry[key], 0) / MB;
  return {
    rss: sum(tree, 'rss'),
    pss: sum(tree, 'pss'),
    nodePss: sum(
      tree.filter(({ name }) => name === 'node'),
      'pss',
    ),
    postgresPss: sum(
      tree.filter(({ name }) => name === 'postgres'),
      'pss',
    ),
  };
}

/** @returns the ids of a process and of all below it */
export function treeOf(root) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = fieldOf(name, 'PPid');
    if (parent !== undefined) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

function nameOf(pid) {
  return fieldOf(pid, 'Name') ?? '';
}

function residentKb(pid) {
  return Number.parseInt(fieldOf(pid, 'VmRSS') ?? '0', 10);
}

function proportionalKb(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return null;
  }
}

/** Undefined for a process that has ended in between. */
function fieldOf(pid, field) {
  try {
    return new RegExp(`^${field}:\\s+(.+)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
