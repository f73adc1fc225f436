import { readSupergraph } from '@tieuchi/schema';
import {
  createLogger,
  internalKeyVariable,
  isRole,
  onTermination,
  portVariable,
  Role,
  readEnvironment,
  startLine,
  urlVariable,
} from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { createAttainmentSubgraph } from './attainment/subgraph/attainment.subgraph';
import { startGateway } from './gateway';
import { createTokenVerifier } from './identity/token-verifier';
import { GATE_LIMITS } from './limits/request-gate';
import { accessInProcess } from './subgraph-access/in-process';
import { accessOverHttp } from './subgraph-access/over-http';

const environmentSchema = z.object({
  PORT: portVariable.default(4000),
  HOST: z.string().default('127.0.0.1'),
  GEOGRAPHY_URL: urlVariable,
  RURAL_SECURITY_URL: urlVariable,
  MODEL_WARD_URL: urlVariable,
  INTERNAL_KEY: internalKeyVariable,
  /** The public keys that sign clients' tokens, as a JSON Web Key Set. */
  TOKEN_KEYS: z.string('is missing').transform((text, context) => {
    try {
      return JSON.parse(text) as Parameters<typeof createTokenVerifier>[0];
    } catch {
      context.addIssue('must be a JSON Web Key Set');
      return z.NEVER;
    }
  }),
  ANONYMOUS_ROLE: z.string().refine(isRole, 'must be a role').default(Role.PUBLIC),
  /** What becomes of operations that are not in the manifest of our clients. */
  OPERATIONS: z.enum(['off', 'log', 'enforce']).default('enforce'),
  SUBGRAPH_DEADLINE_MS: z.coerce.number().int().positive().default(5_000),
  /** Of all fetches of a request together. */
  REQUEST_DEADLINE_MS: z.coerce.number().int().positive().optional(),
  REQUESTS_AT_WORK: z.coerce.number().int().positive().default(GATE_LIMITS.atWork),
  REQUESTS_WAITING: z.coerce.number().int().nonnegative().default(GATE_LIMITS.waiting),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

async function main(): Promise<void> {
  const environment = readEnvironment(environmentSchema, process.env);
  const { INTERNAL_KEY: internalKey, SUBGRAPH_DEADLINE_MS: deadlineMs } = environment;
  const logger = createLogger('gateway', environment.LOG_LEVEL);
  const gateway = await startGateway({
    supergraphSdl: readSupergraph(),
    subgraphs: [
      accessOverHttp('geography', { url: environment.GEOGRAPHY_URL, internalKey, deadlineMs }),
      accessOverHttp('rural-security', { url: environment.RURAL_SECURITY_URL, internalKey, deadlineMs }),
      accessOverHttp('model-ward', { url: environment.MODEL_WARD_URL, internalKey, deadlineMs }),
      accessInProcess(createAttainmentSubgraph(), logger),
    ],
    verifyToken: createTokenVerifier(environment.TOKEN_KEYS),
    anonymousRole: environment.ANONYMOUS_ROLE as Role,
    operations: environment.OPERATIONS,
    forDevelopers: environment.OPERATIONS === 'off',
    host: environment.HOST,
    port: environment.PORT,
    subgraphDeadlineMs: deadlineMs,
    requestDeadlineMs: environment.REQUEST_DEADLINE_MS,
    gate: { ...GATE_LIMITS, atWork: environment.REQUESTS_AT_WORK, waiting: environment.REQUESTS_WAITING },
    logger,
  });
  onTermination(() => gateway.stop());
  process.stdout.write(`gateway: ${gateway.url}/graphql\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`gateway: ${startLine(error)}\n`);
  process.exit(1);
});
