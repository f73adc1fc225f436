import { createLogger, portVariable, readEnvironment, runService, serviceVariables } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { startGeography } from './subgraph';

const environmentSchema = z.object({ ...serviceVariables, PORT: portVariable.default(4001) });

void runService('geography', async () => {
  const environment = readEnvironment(environmentSchema, process.env);
  return {
    subgraph: await startGeography({
      ownerUrl: environment.OWNER_DATABASE_URL,
      appUrl: environment.DATABASE_URL,
      demonstration: environment.DEMONSTRATION ?? null,
      fallback: environment.DEMONSTRATION_IF_NEW,
    }),
    host: environment.HOST,
    port: environment.PORT,
    internalKey: environment.INTERNAL_KEY,
    logger: createLogger('geography', environment.LOG_LEVEL),
  };
});
