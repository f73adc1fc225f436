import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The dashboard of this checkout; null where there is none, as in an image of the services alone. */
function findDashboard(): string | null {
  const folder = join(__dirname, '../../../clients/dashboard');
  return existsSync(join(folder, 'build.mjs')) ? folder : null;
}

/**
 * Builds the dashboard in a process of its own where its sources are newer, while the database starts beside it.
 * @returns the folder to serve; undefined where there is no dashboard, or it cannot be built: the API goes on without it
 */
export async function buildDashboard(onProgress: (message: string) => void): Promise<string | undefined> {
  const folder = findDashboard();
  if (folder === null) return undefined;
  const built = join(folder, 'dist');
  const fault = await runBuild(join(folder, 'build.mjs'));
  if (fault === null) return built;
  const isThere = existsSync(join(built, 'server/page-renderer.cjs'));
  onProgress(`the dashboard was not built (${fault})${isThere ? '; the one built before is served' : ''}`);
  return isThere ? built : undefined;
}

/** @returns the first line that says what went wrong; null where nothing did */
function runBuild(script: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { cwd: dirname(script), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code) => {
      const line = said.split('\n').find((one) => /error/i.test(one)) ?? `it ended with ${code}`;
      resolve(code === 0 ? null : line.trim().slice(0, 200));
    });
  });
}
