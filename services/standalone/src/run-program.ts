import { onTermination, type Role, startLine } from '@tieuchi/subgraph-kit';
import { goOnWithoutReaders } from './closed-output';
import { HELP, readCommandLine } from './command-line';
import { buildDashboard } from './dashboard-build';
import { watchParent } from './parent-watch';
import { assertPortFree } from './port-check';
import { readStartEnvironment, type StartEnvironment } from './start-environment';

/** A system that runs, as the one who started it on the command line sees it. */
export interface RunningSystem {
  readonly url: string;
  readonly demonstration: boolean;
  /** A development token per role; empty where others than this machine can reach the gateway. */
  readonly tokens: ReadonlyMap<Role, string>;
  /** Resolves, with its last words, only when the embedded PostgreSQL ends on its own. */
  readonly crashed: Promise<string>;
  stop(): Promise<void>;
}

export interface StartOptions extends StartEnvironment {
  readonly demonstration: boolean | null;
  readonly onProgress: (message: string) => void;
  /** Where the dashboard is served from, once it is built. */
  readonly dashboardDir: Promise<string | undefined>;
}

/**
 * The life of a start from the command line: progress, then one line with the URL, until somebody asks it to end or the
 * one who started it is gone. A start that cannot go on says why in one line and exits with 1.
 */
export function runProgram<T extends RunningSystem>(
  start: (options: StartOptions) => Promise<T>,
  onReady: (system: T) => void,
): void {
  run(start, onReady).catch((error: unknown) => {
    console.error(`tieuchi: ${startLine(error)}`);
    process.exit(1);
  });
}

async function run<T extends RunningSystem>(
  start: (options: StartOptions) => Promise<T>,
  onReady: (system: T) => void,
) {
  goOnWithoutReaders();
  const { demonstration, help } = readCommandLine(process.argv.slice(2));
  if (help) return console.log(HELP);
  const parent = watchParent();
  const began = Date.now();
  const environment = readStartEnvironment(process.env);
  await assertPortFree(environment.host, environment.port);
  const onProgress = (message: string) => console.log(`… ${message}`);
  const dashboardDir = buildDashboard(onProgress);
  const system = await start({ ...environment, demonstration, onProgress, dashboardDir });
  const end = onTermination(() => {
    parent.forget(); // npm's end after ours began is no second request to end
    return system.stop();
  });
  parent.onGone(end);
  void system.crashed.then((lastWords) => {
    console.error(`tieuchi: PostgreSQL ended (${lastWords}) – start again; nothing that was acknowledged is lost`);
    process.exitCode = 1;
    system.stop().finally(() => process.exit(1));
  });
  if (system.demonstration) console.log('[MÔ PHỎNG] Số liệu mô phỏng – demonstration data, made by the software.');
  onReady(system);
  for (const [role, token] of system.tokens) console.log(`token ${role.padEnd(16)} ${token}`);
  if (await dashboardDir) console.log(`page: ${system.url}/`);
  console.log(`Tiêu chí is ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${system.url}/graphql`);
}
