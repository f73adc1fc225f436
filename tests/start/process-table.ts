import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface TableEntry {
  readonly pid: number;
  readonly argv: readonly string[];
}

/**
 * The running processes of one start, from /proc: those of its process group, and those that name its data folder in
 * their words or environment or work inside it. The shells that watch over PostgreSQL name it too, in a setting of theirs.
 */
export function processesOf(folder: string, group: number): TableEntry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const argv = read(name, 'cmdline').split('\0');
      return belongs(name, argv, folder, group) ? [{ pid: Number(name), argv }] : [];
    } catch {
      return []; // ended in between, or somebody else's
    }
  });
}

export function isAlive(pid: number): boolean {
  try {
    return stateAndGroup(String(pid)).state !== 'Z';
  } catch {
    return false;
  }
}

function belongs(pid: string, argv: readonly string[], folder: string, group: number): boolean {
  const { state, group: ownGroup } = stateAndGroup(pid);
  // a zombie has ended; who has not fetched its code yet is another matter
  if (state === 'Z') return false;
  if (ownGroup === group || argv.some((word) => word.includes(folder))) return true;
  return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) || read(pid, 'environ').includes(folder);
}

/** The program's name stands in brackets and may hold anything, so fields are counted from the last bracket. */
function stateAndGroup(pid: string): { state: string; group: number } {
  const stat = read(pid, 'stat');
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: state as string, group: Number(group) };
}

function read(pid: string, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
}
