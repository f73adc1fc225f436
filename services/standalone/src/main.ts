import { resolve } from 'node:path';
import { onTermination, portVariable, readEnvironment, startLine, urlVariable } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { HELP, readCommandLine } from './command-line';
import { onParentGone } from './parent-gone';
import { startStandalone } from './standalone';

const environmentSchema = z.object({
  PORT: portVariable.default(4000),
  HOST: z.string().default('127.0.0.1'),
  TIEUCHI_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: urlVariable.optional(),
  TIEUCHI_PG_BIN: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

async function main(): Promise<void> {
  const { demonstration, help } = readCommandLine(process.argv.slice(2));
  if (help) return console.log(HELP);
  const environment = readEnvironment(environmentSchema, process.env);
  const began = Date.now();
  const standalone = await startStandalone({
    host: environment.HOST,
    port: environment.PORT,
    dataDir: resolve(environment.TIEUCHI_DATA_DIR),
    databaseUrl: environment.DATABASE_URL,
    binDir: environment.TIEUCHI_PG_BIN,
    logLevel: environment.LOG_LEVEL,
    demonstration,
    onProgress: (message) => console.log(`… ${message}`),
  });
  const stop = onTermination(() => standalone.stop());
  onParentGone(stop);
  void standalone.crashed.then((lastWords) => {
    console.error(`PostgreSQL ended: ${lastWords} – start again; nothing that was acknowledged is lost`);
    process.exit(1);
  });
  if (standalone.demonstration) console.log('[MÔ PHỎNG] Số liệu mô phỏng – demonstration data, made by the software.');
  for (const [role, token] of standalone.tokens) console.log(`token ${role.padEnd(16)} ${token}`);
  console.log(`Tiêu chí is ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${standalone.url}/graphql`);
}

main().catch((error: unknown) => {
  console.error(`tieuchi: ${startLine(error)}`);
  process.exit(1);
});
