import { GEOGRAPHY_ROLES } from '@tieuchi/geography';
import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { provision, type ServiceRoles, type ServiceUrls, StartError } from '@tieuchi/subgraph-kit';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';
import type { Secrets } from './secret';

export const SERVICE_ROLES: readonly ServiceRoles[] = [GEOGRAPHY_ROLES, RURAL_SECURITY_ROLES, MODEL_WARD_ROLES];

export interface DatabasePlace {
  urlsOf(roles: ServiceRoles): ServiceUrls;
  /** Resolves, with its last words, only when the database ends on its own; never for one that is not ours. */
  readonly crashed: Promise<string>;
  stop(): Promise<void>;
}

export interface DatabasePlaceOptions {
  readonly dataDir: string;
  /** PostgreSQL that runs elsewhere; its user makes the services' roles and schemas. */
  readonly databaseUrl?: string | undefined;
  readonly binDir?: string | undefined;
  /** Server settings of the embedded one, for tests. */
  readonly settings?: Record<string, string> | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** PostgreSQL with a schema and roles for each service: the embedded one, or the one that DATABASE_URL names. */
export async function openDatabasePlace(options: DatabasePlaceOptions, secrets: Secrets): Promise<DatabasePlace> {
  const { databaseUrl, dataDir, binDir, settings, onProgress } = options;
  const server = databaseUrl
    ? { url: databaseUrl, crashed: new Promise<string>(() => {}), stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir, binDir, settings, onProgress });
  try {
    const urls = await provision(server.url, SERVICE_ROLES, secrets.passwordOf);
    return {
      crashed: server.crashed,
      stop: () => server.stop(),
      urlsOf({ schema }) {
        const found = urls.get(schema);
        if (!found) throw new StartError(`no roles were made for ${schema}`, 'report this as a defect');
        return found;
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
