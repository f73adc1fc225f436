import { resolve } from 'node:path';
import { databaseUrlVariable, readEnvironment, startLine } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { SERVICE_ROLES } from './database-place';
import { drill } from './drill/drill';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';
import { passwordVariable, passwordVariables } from './role-passwords';
import { readSecrets, type Secrets } from './secret';

const environmentSchema = z.object({
  /** A superuser's address; without it the embedded PostgreSQL of the data folder, which must not be running. */
  DATABASE_URL: databaseUrlVariable.optional(),
  TIEUCHI_DATA_DIR: z.string().default('.data'),
  TIEUCHI_PG_BIN: z.string().optional(),
});

async function main(): Promise<boolean> {
  const environment = readEnvironment(environmentSchema, process.env);
  const dataDir = resolve(environment.TIEUCHI_DATA_DIR);
  const binDir = environment.TIEUCHI_PG_BIN;
  const secrets = withPasswords(readSecrets(dataDir));
  const onProgress = (message: string) => process.stdout.write(`… ${message}\n`);
  const server = environment.DATABASE_URL
    ? { url: environment.DATABASE_URL, stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir, binDir, onProgress });
  try {
    const { way, tables, questions, differences } = await drill({
      sourceUrl: server.url,
      secrets,
      dataDir,
      binDir,
      onProgress,
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    for (const difference of differences) process.stdout.write(`DIFFERENT ${difference}\n`);
    process.stdout.write(
      `${differences.length === 0 ? 'equal' : 'NOT EQUAL'}: ${tables.length} tables, ${rows} rows, ${questions} answers, by ${way}\n`,
    );
    return differences.length === 0;
  } finally {
    await server.stop();
  }
}

/** Where the roles' passwords are in variables, as in containers, those hold. */
function withPasswords(secrets: Secrets): Secrets {
  const names = Object.keys(passwordVariables(SERVICE_ROLES));
  if (!names.some((name) => process.env[name])) return secrets;
  const passwords = readEnvironment(z.object(passwordVariables(SERVICE_ROLES)), process.env);
  return { ...secrets, passwordOf: (role) => passwords[passwordVariable(role)] as string };
}

main().then(
  (isEqual) => process.exit(isEqual ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`drill: ${startLine(error)}\n`);
    process.exit(2);
  },
);
