import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

export interface ParentWatch {
  /** What to do when the parent is gone; until it is said, the process exits with 1, and what is tied to it ends too. */
  onGone(stop: () => void): void;
  forget(): void;
}

/**
 * Notices that whoever started this process is gone: npm does not pass every signal on to what it runs, and a server that
 * nobody asked to stay must not stay. To be called first of all: a parent that is gone already cannot be told from another.
 */
export function watchParent(): ParentWatch {
  let stop = (): void => process.exit(1);
  const parent = process.ppid;
  const npm = findNpm(parent);
  const look = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(look);
    stop();
  }, LOOK_EVERY_MS);
  look.unref();
  return {
    onGone(wanted) {
      stop = wanted;
    },
    forget: () => clearInterval(look),
  };
}

/** npm runs a script through a shell, which outlives an npm that is killed: then npm is the shell's parent. */
function findNpm(shell: number): number | undefined {
  return process.env.npm_lifecycle_event ? parentOf(shell) : undefined;
}

/** Known on Linux alone; undefined elsewhere, and for a process that has ended. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the program's name stands in brackets and may hold anything
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
