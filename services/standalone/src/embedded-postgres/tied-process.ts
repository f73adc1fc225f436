import { type ChildProcess, spawn } from 'node:child_process';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user';

/** A program that ends when this process does, however that dies. */
export interface TiedProcess {
  /** The exit code; 128 and more when a signal ended it. Never rejects. */
  exited: Promise<number>;
  hasExited(): boolean;
  /** Asks the program to end (SIGINT: for PostgreSQL, disconnect everybody and shut down in order). */
  end(): void;
}

export interface TiedOptions {
  user?: ServerUser;
  /** Where standard output and error go. */
  log: number;
  /** An open folder that the program finds as descriptor 3. */
  descriptor?: number;
}

/**
 * Standard input is a pipe that only this process holds: the kernel closes it also after SIGKILL, and the second
 * shell reads the end of it. SIGINT is repeated because a shell starts background programs with SIGINT ignored,
 * and the first one may come before the program has set its own handler.
 */
const TIE = `
exec 4<&0
"$@" </dev/null 4<&- & p=$!
trap "" INT HUP
trap 'kill -INT $p' TERM
( while read -r _; do :; done; while kill -INT $p; do sleep 1; done ) <&4 4<&- 3<&- >/dev/null 2>&1 & w=$!
exec 4<&-
while :; do wait $p; s=$?; kill -0 $p 2>/dev/null || break; done
kill $w 2>/dev/null
exit $s`;

export function spawnTied(command: string[], { user, log, descriptor }: TiedOptions): TiedProcess {
  const child = spawn('/bin/sh', ['-c', TIE, 'sh', ...command], {
    ...user,
    cwd: '/', // ours may be closed to the server's user
    env: SERVER_ENVIRONMENT,
    // a session of its own: Ctrl-C in a terminal must not stop the database before the services have drained
    detached: true,
    stdio: ['pipe', log, log, descriptor ?? 'ignore'],
  });
  let isOver = false;
  const exited = exitOf(child).finally(() => {
    isOver = true;
  });
  child.stdin?.on('error', () => {}); // the other end is gone: `exited` says so
  return { exited, hasExited: () => isOver, end: () => child.stdin?.end() };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
    child.once('error', () => resolve(127));
  });
}
