import { readFileSync } from 'node:fs';
import { treeOf } from './memory.mjs';

/** The kernel counts in hundredths of a second, whatever the clock of the machine. */
const MS_PER_TICK = 10;

/** Processor time of a process and all below it since they began, those that have ended included; in ms. */
export function cpuMsOf(root) {
  return treeOf(root).reduce((sum, pid) => sum + ticksOf(pid), 0) * MS_PER_TICK;
}

/** @returns what `work` gives, the time that it took and the processor time that the tree spent meanwhile */
export async function timed(root, work) {
  const cpuBefore = cpuMsOf(root);
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began, cpuMs: cpuMsOf(root) - cpuBefore };
}

function ticksOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name, in brackets, may hold spaces; after it utime, stime, cutime and cstime are the 12th to the 15th
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0; // ended in between: its parent has counted it
  }
}
