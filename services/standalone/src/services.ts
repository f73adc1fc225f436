import { join } from 'node:path';
import type { GateLimits } from '@tieuchi/gateway';
import { GEOGRAPHY_ROLES } from '@tieuchi/geography';
import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Role, type ServiceRoles } from '@tieuchi/subgraph-kit';
import { type ChildProgram, startChildProgram } from './child-program';
import { type DatabasePlace, type DatabasePlaceOptions, openDatabasePlace } from './database-place';
import { developmentTokens } from './development-tokens';
import { isLoopback } from './loopback';
import type { RunningSystem } from './run-program';
import { readSecrets, type Secrets } from './secret';

export interface ServicesOptions extends DatabasePlaceOptions {
  readonly host: string;
  readonly port: number;
  /** Where this machine alone reads the gateway's `/metrics`; services answer theirs on their own ports. */
  readonly metricsPort?: number | undefined;
  readonly demonstration: boolean | null;
  readonly logLevel?: string;
  /** The ministry's issuers, beside the installation's own. */
  readonly issuersFile?: string | undefined;
  readonly subgraphDeadlineMs?: number;
  /** How many requests the gateway lets in; its own limits unless said. */
  readonly gate?: GateLimits | undefined;
  /** Memory for answers that are given again; the gateway's own limit unless said. */
  readonly answerCacheBytes?: number | undefined;
  /** Where the built dashboard lies; no page is served unless said. */
  readonly dashboardDir?: Promise<string | undefined>;
  /** Where heads of the audit are signed; `audit` in the data folder unless said. */
  readonly auditDir?: string | undefined;
}

export interface Services extends RunningSystem {
  /** By name: geography, rural-security, model-ward, gateway. */
  readonly processes: ReadonlyMap<string, ChildProgram>;
}

/** The three services and the gateway as processes of their own, talking over HTTP as they would in containers. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const secrets = readSecrets(options.dataDir);
  return startServicesOnPlace(options, secrets, await openDatabasePlace(options, secrets));
}

/** The same on a database that is open already; it is stopped with the rest, also when the start fails. */
export async function startServicesOnPlace(
  options: ServicesOptions,
  secrets: Secrets,
  place: DatabasePlace,
): Promise<Services> {
  const processes = new Map<string, ChildProgram>();
  const stop = async () => {
    for (const started of [...processes.values()].reverse()) await started.stop();
    await place.stop();
  };
  try {
    const tokens = await developmentTokens(options.host, secrets.issuerFolder);
    const service = serviceStarter(options, secrets, place, processes);
    const geographyUrl = await service('geography', GEOGRAPHY_ROLES, {});
    const ruralSecurityUrl = await service('rural-security', RURAL_SECURITY_ROLES, { GEOGRAPHY_URL: geographyUrl });
    const modelWardUrl = await service('model-ward', MODEL_WARD_ROLES, { GEOGRAPHY_URL: geographyUrl });
    const gateway = await startChildProgram({
      name: 'gateway',
      main: require.resolve('@tieuchi/gateway/dist/main'),
      environment: {
        HOST: options.host,
        PORT: String(options.port),
        METRICS_PORT: String(options.metricsPort ?? ''),
        GEOGRAPHY_URL: geographyUrl,
        RURAL_SECURITY_URL: ruralSecurityUrl,
        MODEL_WARD_URL: modelWardUrl,
        INTERNAL_KEY: secrets.internalKey,
        DASHBOARD_DIR: (await options.dashboardDir) ?? '',
        // one machine is where things are tried; in production the gateway's own default holds
        OPERATIONS: 'off',
        TIEUCHI_ISSUER_DIR: secrets.issuerFolder,
        TIEUCHI_ISSUERS: options.issuersFile ?? '',
        ANONYMOUS_ROLE: isLoopback(options.host) ? Role.VIEWER : Role.PUBLIC,
        LOG_LEVEL: options.logLevel ?? '',
        REQUESTS_AT_WORK: String(options.gate?.atWork ?? ''),
        REQUESTS_WAITING: String(options.gate?.waiting ?? ''),
        SUBGRAPH_DEADLINE_MS: String(options.subgraphDeadlineMs ?? ''),
        ANSWER_CACHE_MB: options.answerCacheBytes === undefined ? '' : String(options.answerCacheBytes / 1_000_000),
      },
    });
    processes.set('gateway', gateway);
    const demonstration = processes.get('rural-security')?.versions.purpose === 'demonstration';
    return { url: gateway.url, demonstration, tokens, processes, crashed: place.crashed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serviceStarter(
  { demonstration, databaseUrl, dataDir, auditDir, logLevel, onProgress }: ServicesOptions,
  { internalKey }: Secrets,
  place: DatabasePlace,
  processes: Map<string, ChildProgram>,
) {
  return async (name: string, roles: ServiceRoles, more: Record<string, string>): Promise<string> => {
    const { appUrl, ownerUrl } = place.urlsOf(roles);
    const started = await startChildProgram({
      name,
      onProgress,
      main: require.resolve(`@tieuchi/${name}/dist/main`),
      environment: {
        DATABASE_URL: appUrl,
        OWNER_DATABASE_URL: ownerUrl,
        INTERNAL_KEY: internalKey,
        PORT: '0',
        DEMONSTRATION: String(demonstration ?? ''),
        DEMONSTRATION_IF_NEW: String(databaseUrl === undefined),
        TIEUCHI_AUDIT_DIR: auditDir ?? join(dataDir, 'audit'),
        LOG_LEVEL: logLevel ?? '',
        ...more,
      },
    });
    processes.set(name, started);
    return started.url;
  };
}
