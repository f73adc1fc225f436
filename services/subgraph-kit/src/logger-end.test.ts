import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const KIT = JSON.stringify(require.resolve('../dist/index.js'));
/** Logs when it is told to, and ends in the same turn. */
const PROGRAM = `const { createLogger } = require(${KIT});
  const logger = createLogger('a service');
  console.log('ready');
  process.stdin.once('data', () => { for (const words of ['the', 'last', 'words']) logger.error(words); process.exit(7); });`;

it('lets its process end when nobody reads standard error any more', async () => {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['pipe', 'pipe', 'pipe'] });
  await once(child.stdout, 'data');
  child.stderr.destroy();
  await sleep(100);
  const ended = once(child, 'exit');
  child.stdin.write('end\n');
  const code = await Promise.race([ended.then(([exitCode]) => exitCode), sleep(10_000, 'still running')]);
  child.kill('SIGKILL');
  expect(code).toBe(7);
}, 30_000);
