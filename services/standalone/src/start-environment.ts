import { resolve } from 'node:path';
import { answerCacheVariable, GATE_LIMITS, type GateLimits } from '@tieuchi/gateway';
import {
  databaseUrlVariable,
  portVariable,
  readEnvironment,
  type startTracing,
  tracingVariables,
} from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import type { DatabasePlaceOptions } from './database-place';

const environmentSchema = z.object({
  PORT: portVariable.default(4000),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: portVariable.optional(),
  REQUESTS_AT_WORK: z.coerce.number().int().positive().default(GATE_LIMITS.atWork),
  REQUESTS_WAITING: z.coerce.number().int().nonnegative().default(GATE_LIMITS.waiting),
  TIEUCHI_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrlVariable.optional(),
  TIEUCHI_ISSUERS: z.string().optional(),
  TIEUCHI_PG_BIN: z.string().optional(),
  TIEUCHI_AUDIT_DIR: z.string().optional(),
  ANSWER_CACHE_MB: answerCacheVariable,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  ...tracingVariables,
});

export interface StartEnvironment extends DatabasePlaceOptions {
  readonly host: string;
  readonly port: number;
  /** Where this machine alone reads `/metrics`; undefined: nowhere. */
  readonly metricsPort?: number | undefined;
  readonly logLevel: string;
  /** How many requests the gateway lets in. */
  readonly gate: GateLimits;
  /** Where spans go. */
  readonly tracing: Parameters<typeof startTracing>[1];
  readonly issuersFile?: string | undefined;
  readonly auditDir: string | undefined;
  readonly answerCacheBytes: number;
}

/** @throws StartError that names all faulty variables at once */
export function readStartEnvironment(environment: NodeJS.ProcessEnv): StartEnvironment {
  const read = readEnvironment(environmentSchema, environment);
  return {
    host: read.HOST,
    port: read.PORT,
    metricsPort: read.METRICS_PORT,
    dataDir: resolve(read.TIEUCHI_DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    binDir: read.TIEUCHI_PG_BIN,
    logLevel: read.LOG_LEVEL,
    gate: { ...GATE_LIMITS, atWork: read.REQUESTS_AT_WORK, waiting: read.REQUESTS_WAITING },
    tracing: read,
    issuersFile: read.TIEUCHI_ISSUERS && resolve(read.TIEUCHI_ISSUERS),
    auditDir: read.TIEUCHI_AUDIT_DIR && resolve(read.TIEUCHI_AUDIT_DIR),
    answerCacheBytes: read.ANSWER_CACHE_MB * 1_000_000,
  };
}
