import { join } from 'node:path';
import {
  accessInProcess,
  createAttainmentSubgraph,
  createTokenVerifier,
  type GateLimits,
  type OperationMode,
  openIssuers,
  startGateway,
} from '@tieuchi/gateway';
import { GEOGRAPHY_ROLES, startGeography } from '@tieuchi/geography';
import { MODEL_WARD_ROLES, startModelWard } from '@tieuchi/model-ward';
import { RURAL_SECURITY_ROLES, startRuralSecurity } from '@tieuchi/rural-security';
import { readSupergraph, readTrustedManifest } from '@tieuchi/schema';
import { createLogger, Role, registerInProcess, type Statement, type Subgraph } from '@tieuchi/subgraph-kit';
import { type DatabasePlace, type DatabasePlaceOptions, openDatabasePlace } from './database-place';
import { developmentTokens } from './development-tokens';
import { findGraphiql } from './graphiql-files';
import { isLoopback } from './loopback';
import type { RunningSystem } from './run-program';
import { readSecrets, type Secrets } from './secret';

const SUBGRAPH_DEADLINE_MS = 5_000;
/** Metrics are for whoever runs the process, also where clients reach it from elsewhere. */
const LOOPBACK = '127.0.0.1';

export interface StandaloneOptions extends DatabasePlaceOptions {
  readonly host: string;
  readonly port: number;
  /** Where this machine alone reads `/metrics`; undefined: nowhere. */
  readonly metricsPort?: number | undefined;
  /** What a new database is for; null: leave it as it is, and a new one is for demonstration only without DATABASE_URL. */
  readonly demonstration: boolean | null;
  readonly logLevel?: string;
  /** The ministry's issuers, beside the installation's own. */
  readonly issuersFile?: string | undefined;
  readonly onStatement?: Statement;
  readonly subgraphDeadlineMs?: number;
  /** How many requests are let in; the gateway's own limits unless said. */
  readonly gate?: GateLimits | undefined;
  /** Memory for answers that are given again; each is made anew unless said. */
  readonly answerCacheBytes?: number | undefined;
  /** Operations that no client of ours is known to send; default: they run, because one machine is where things are tried. */
  readonly operations?: OperationMode;
  /** Whether the operations of the manifest are planned after the start; they are unless said. */
  readonly rehearse?: boolean;
  /** Where the built dashboard lies; no page is served unless said. */
  readonly dashboardDir?: Promise<string | undefined>;
  /** Where heads of the audit are signed; `audit` in the data folder unless said. */
  readonly auditDir?: string | undefined;
  /** The clock of `@asOf` and of the audit's days, for tests. */
  readonly now?: () => Date;
}

export interface Standalone extends RunningSystem {
  /** Null where metrics are answered nowhere. */
  readonly metricsUrl: string | null;
  /** Null where it is not served. */
  readonly graphiqlUrl: string | null;
}

/** Everything in one process: PostgreSQL (embedded or given), the three subgraphs, and the gateway. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const secrets = readSecrets(options.dataDir);
  return startOnPlace(options, secrets, await openDatabasePlace(options, secrets));
}

/** The same on a database that is open already; it is stopped with the rest, also when the start fails. */
export async function startOnPlace(
  options: StandaloneOptions,
  secrets: Secrets,
  place: DatabasePlace,
): Promise<Standalone> {
  const subgraphs: Subgraph[] = [];
  const stopAll = async () => {
    for (const subgraph of subgraphs) await subgraph.close();
    await place.stop();
  };
  try {
    const demonstration = await startSubgraphs(options, place, subgraphs);
    const tokens = await developmentTokens(options.host, secrets.issuerFolder);
    const dashboardDir = await options.dashboardDir;
    const gateway = await startStandaloneGateway({ ...options, dashboardDir }, subgraphs, secrets.issuerFolder);
    return {
      url: gateway.url,
      metricsUrl: gateway.metricsUrl,
      graphiqlUrl: gateway.graphiqlUrl,
      demonstration,
      tokens,
      crashed: place.crashed,
      async stop() {
        await gateway.stop();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

interface StandaloneGatewayOptions extends Omit<StandaloneOptions, 'dashboardDir'> {
  readonly dashboardDir: string | undefined;
}

function startStandaloneGateway(options: StandaloneGatewayOptions, subgraphs: readonly Subgraph[], ownFolder: string) {
  const logger = createLogger('gateway', options.logLevel);
  // a schema that tells of itself is for those who build with it
  const forDevelopers = isLoopback(options.host) && options.operations === undefined;
  return startGateway({
    supergraphSdl: readSupergraph(),
    subgraphs: [...subgraphs, createAttainmentSubgraph()].map((subgraph) => accessInProcess(subgraph, logger)),
    verifyToken: createTokenVerifier(openIssuers({ file: options.issuersFile, ownFolder, logger })),
    // where only this machine can ask, reading is open; elsewhere a request without a token is the public's
    anonymousRole: isLoopback(options.host) ? Role.VIEWER : Role.PUBLIC,
    dashboardDir: options.dashboardDir,
    gate: options.gate,
    answerCacheBytes: options.answerCacheBytes,
    operations: options.operations ?? 'off',
    forDevelopers,
    graphiql: forDevelopers ? findGraphiql() : undefined,
    rehearsed: options.rehearse === false ? [] : readTrustedManifest(),
    host: options.host,
    port: options.port,
    subgraphDeadlineMs: options.subgraphDeadlineMs ?? SUBGRAPH_DEADLINE_MS,
    metricsAddress: options.metricsPort === undefined ? undefined : { host: LOOPBACK, port: options.metricsPort },
    now: options.now,
    logger,
  });
}

/** One after the other: the services take their register from geography. */
async function startSubgraphs(options: StandaloneOptions, place: DatabasePlace, started: Subgraph[]): Promise<boolean> {
  const { onStatement, onProgress, now, auditDir = join(options.dataDir, 'audit') } = options;
  const logger = createLogger('services', options.logLevel);
  const purpose = { demonstration: options.demonstration, demonstrationIfNew: options.databaseUrl === undefined };
  const shared = { ...purpose, onStatement, auditDir, now, logger };
  const geography = await startGeography({ ...place.urlsOf(GEOGRAPHY_ROLES), ...shared, onProgress });
  started.push(geography);
  const register = registerInProcess(geography);
  const ruralSecurity = await startRuralSecurity({
    ...place.urlsOf(RURAL_SECURITY_ROLES),
    ...shared,
    register,
    onProgress,
  });
  started.push(ruralSecurity);
  started.push(await startModelWard({ ...place.urlsOf(MODEL_WARD_ROLES), ...shared, register }));
  return ruralSecurity.demonstration;
}
