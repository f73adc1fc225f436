import { readSupergraph, readTrustedManifest } from '@tieuchi/schema';
import {
  createLogger,
  internalKeyVariable,
  isRole,
  onTermination,
  portVariable,
  Role,
  readEnvironment,
  startLine,
  startTracing,
  tracingVariables,
  urlVariable,
} from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { answerCacheVariable } from './answer-cache/answer-cache-variable';
import { createAttainmentSubgraph } from './attainment/subgraph/attainment.subgraph';
import { startGateway } from './gateway';
import { openIssuers } from './identity/open-issuers';
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
  /** A file that names the issuers whose tokens are accepted: docs/identity.md. */
  TIEUCHI_ISSUERS: z.string().optional(),
  /** The folder of the installation's own issuer. */
  TIEUCHI_ISSUER_DIR: z.string().optional(),
  ANONYMOUS_ROLE: z.string().refine(isRole, 'must be a role').default(Role.PUBLIC),
  /** What becomes of operations that are not in the manifest of our clients. */
  OPERATIONS: z.enum(['off', 'log', 'enforce']).default('enforce'),
  SUBGRAPH_DEADLINE_MS: z.coerce.number().int().positive().default(5_000),
  /** Where the built dashboard lies; without it no page is served. */
  DASHBOARD_DIR: z.string().optional(),
  /** Where `/metrics` is answered, apart from what clients reach; nowhere unless a port is said. */
  METRICS_PORT: portVariable.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** Of all fetches of a request together. */
  REQUEST_DEADLINE_MS: z.coerce.number().int().positive().optional(),
  REQUESTS_AT_WORK: z.coerce.number().int().positive().default(GATE_LIMITS.atWork),
  REQUESTS_WAITING: z.coerce.number().int().nonnegative().default(GATE_LIMITS.waiting),
  ANSWER_CACHE_MB: answerCacheVariable,
  ...tracingVariables,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

async function main(): Promise<void> {
  const environment = readEnvironment(environmentSchema, process.env);
  const { INTERNAL_KEY: internalKey, SUBGRAPH_DEADLINE_MS: deadlineMs, METRICS_PORT: metricsPort } = environment;
  const logger = createLogger('gateway', environment.LOG_LEVEL);
  startTracing('gateway', environment);
  const gateway = await startGateway({
    supergraphSdl: readSupergraph(),
    subgraphs: [
      accessOverHttp('geography', { url: environment.GEOGRAPHY_URL, internalKey, deadlineMs }),
      accessOverHttp('rural-security', { url: environment.RURAL_SECURITY_URL, internalKey, deadlineMs }),
      accessOverHttp('model-ward', { url: environment.MODEL_WARD_URL, internalKey, deadlineMs }),
      accessInProcess(createAttainmentSubgraph(), logger),
    ],
    verifyToken: createTokenVerifier(
      openIssuers({ file: environment.TIEUCHI_ISSUERS, ownFolder: environment.TIEUCHI_ISSUER_DIR, logger }),
    ),
    anonymousRole: environment.ANONYMOUS_ROLE as Role,
    operations: environment.OPERATIONS,
    forDevelopers: environment.OPERATIONS === 'off',
    rehearsed: readTrustedManifest(),
    host: environment.HOST,
    port: environment.PORT,
    subgraphDeadlineMs: deadlineMs,
    dashboardDir: environment.DASHBOARD_DIR || undefined,
    metricsAddress: metricsPort === undefined ? undefined : { host: environment.METRICS_HOST, port: metricsPort },
    requestDeadlineMs: environment.REQUEST_DEADLINE_MS,
    answerCacheBytes: environment.ANSWER_CACHE_MB * 1_000_000,
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
