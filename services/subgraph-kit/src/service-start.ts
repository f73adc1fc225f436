import type { EntityManager, MigrationInterface } from 'typeorm';
import { applyPolicies } from './access/apply-policies';
import type { TablePolicy } from './access/table-policy';
import { openAudit, type ServiceAudit } from './audit/service-audit';
import { followDataVersion } from './data-version/follow-data-version';
import { Database, migrate, type Statement } from './database/database';
import { establishPurpose } from './database/installation';
import type { ServiceRoles, ServiceUrls } from './database/provision';
import { SYSTEM } from './identity/actor';
import { createLogger, type Logger } from './logger';
import type { RegisterSource } from './register/register-source';

/** What a service is started with, in whichever process. */
export interface ServiceOptions extends ServiceUrls {
  /** Whether the database is for demonstration; null: as its first start said. */
  readonly demonstration: boolean | null;
  /** What a first start takes where `demonstration` is null; not for demonstration unless said. */
  readonly demonstrationIfNew?: boolean;
  readonly onStatement?: Statement;
  readonly onProgress?: (message: string) => void;
  /** A folder outside of the database for the signed heads of the audit; without it none are signed. */
  readonly auditDir?: string | undefined;
  /** The clock of the audit's days, for tests. */
  readonly now?: (() => Date) | undefined;
  /** For what goes on beside requests. */
  readonly logger?: Logger;
}

export interface RegisteredServiceOptions extends ServiceOptions {
  readonly register: RegisterSource;
}

export interface ServiceSchema<T> {
  readonly roles: ServiceRoles;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Who may do what with each of its tables. */
  readonly policies: readonly TablePolicy[];
  /** What `load` writes through TypeORM. */
  readonly entities?: readonly (new () => object)[];
  /** Brings the shipped data into the tables, as their owner, in one transaction that no other start shares. */
  load(tx: EntityManager, isDemonstration: boolean): Promise<T>;
}

export interface OpenService<T> {
  readonly database: Database;
  readonly audit: ServiceAudit;
  /** Learns what other processes write; to be stopped before the database closes. */
  readonly versions: { stop(): Promise<void> };
  readonly isDemonstration: boolean;
  readonly loaded: T;
}

/** Loading may take longer than a request: all maps at once are 25,000 rows. */
const LOAD_TIMEOUT_MS = 120_000;

/**
 * The start of every service: migrate, establish what the database is for, make the rights what the policy table says,
 * load the shipped data, connect, keep the audit.
 */
export async function openService<T>(options: ServiceOptions, service: ServiceSchema<T>): Promise<OpenService<T>> {
  const { schema } = service.roles;
  await migrate({ ownerUrl: options.ownerUrl, schema, migrations: service.migrations });
  const isDemonstration = await establishPurpose(
    options.ownerUrl,
    schema,
    options.demonstration,
    options.demonstrationIfNew ?? false,
  );
  const loaded = await loadAsOwner(options.ownerUrl, service, isDemonstration);
  const database = await Database.connect({ url: options.appUrl, schema, onStatement: options.onStatement });
  try {
    const { auditDir: directory, now, logger = createLogger(schema) } = options;
    return {
      database,
      audit: openAudit(database, { service: schema, directory, now, logger }),
      versions: followDataVersion(database),
      isDemonstration,
      loaded,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function loadAsOwner<T>(ownerUrl: string, service: ServiceSchema<T>, isDemonstration: boolean): Promise<T> {
  const { schema } = service.roles;
  const owner = await Database.connect({
    url: ownerUrl,
    schema,
    entities: service.entities,
    poolSize: 1,
    statementTimeoutMs: LOAD_TIMEOUT_MS,
  });
  try {
    return await owner.write(SYSTEM, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`load ${schema}`]);
      await applyPolicies(tx, schema, service.policies);
      return service.load(tx, isDemonstration);
    });
  } finally {
    await owner.close();
  }
}
