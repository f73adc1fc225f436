import {
  createLogger,
  portVariable,
  readEnvironment,
  registerOverHttp,
  runService,
  serviceVariables,
  urlVariable,
} from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { startModelWard } from './subgraph';

const environmentSchema = z.object({
  ...serviceVariables,
  PORT: portVariable.default(4003),
  GEOGRAPHY_URL: urlVariable,
});

void runService('model-ward', async () => {
  const environment = readEnvironment(environmentSchema, process.env);
  return {
    subgraph: await startModelWard({
      ownerUrl: environment.OWNER_DATABASE_URL,
      appUrl: environment.DATABASE_URL,
      register: registerOverHttp(environment.GEOGRAPHY_URL, environment.INTERNAL_KEY),
      demonstration: environment.DEMONSTRATION ?? null,
      fallback: environment.DEMONSTRATION_IF_NEW,
    }),
    host: environment.HOST,
    port: environment.PORT,
    internalKey: environment.INTERNAL_KEY,
    logger: createLogger('model-ward', environment.LOG_LEVEL),
  };
});
