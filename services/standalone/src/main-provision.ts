import { databaseUrlVariable, provision, readEnvironment, startLine } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { SERVICE_ROLES } from './database-place';
import { passwordVariable, passwordVariables } from './role-passwords';

const environmentSchema = z
  .object({
    /** Connects as a user who may create roles and owns the database. */
    DATABASE_URL: databaseUrlVariable,
  })
  .and(z.object(passwordVariables(SERVICE_ROLES)));

/** Makes the schemas and roles of all services and ends; running it again changes nothing but the passwords. */
async function main(): Promise<void> {
  const { DATABASE_URL: adminUrl, ...passwords } = readEnvironment(environmentSchema, process.env);
  await provision(adminUrl, SERVICE_ROLES, (role) => passwords[passwordVariable(role)] as string);
  process.stdout.write(`provisioned ${SERVICE_ROLES.map(({ schema }) => schema).join(', ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`provision: ${startLine(error)}\n`);
  process.exit(1);
});
