import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { memoryOf } from './memory.mjs';

const SERVER = `require('node:http').createServer((_, response) => response.end('ok'))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

/** The least that a server in Node costs: from spawn to its first answer, and what it then holds. */
export async function measureBareServer() {
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  await (await fetch(`http://127.0.0.1:${String(port).trim()}/`)).text();
  const ms = performance.now() - began;
  const { pss, rss } = memoryOf(child.pid);
  child.kill();
  await once(child, 'exit');
  return { ms, pss: pss ?? rss };
}

/** The database files alone, made and written through to the disk by the system's own launcher; in milliseconds. */
export async function measureInitdb(dataDir) {
  const { startEmbeddedPostgres } = createRequire(import.meta.url)('../../../services/standalone/dist/index.js');
  const steps = [];
  const server = await startEmbeddedPostgres({ dataDir, onProgress: () => steps.push(performance.now()) });
  await server.stop();
  return steps[1] - steps[0];
}
