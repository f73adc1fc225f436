import {
  Database,
  establishPurpose,
  migrate,
  type Readiness,
  type ServiceRoles,
  type Statement,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import { createGeographySchema } from './graph';
import { Units1700000000001 } from './migrations/1-units';
import { UnitSearch1700000000002 } from './migrations/2-unit-search';
import { loadReference } from './reference/load-reference';
import { RegisterRepository } from './register/register.repository';
import { createRegisterRoute } from './register/register-route';
import { createGeographyContext } from './request-context';

export const GEOGRAPHY_ROLES: ServiceRoles = { schema: 'geography' };

export interface GeographyOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Whether the database is for demonstration; null: as its first start said. */
  readonly demonstration: boolean | null;
  /** What a first start takes where `demonstration` is null; not for demonstration unless said. */
  readonly fallback?: boolean;
  readonly onStatement?: Statement;
  readonly onProgress?: (message: string) => void;
}

/** Migrates, loads the reference data where it is newer, and connects. */
export async function startGeography(options: GeographyOptions): Promise<Subgraph> {
  const { schema } = GEOGRAPHY_ROLES;
  await migrate({ ownerUrl: options.ownerUrl, schema, migrations: [Units1700000000001, UnitSearch1700000000002] });
  await establishPurpose(options.ownerUrl, schema, options.demonstration, options.fallback ?? false);
  const { firstMapDay } = await loadReference(options.ownerUrl, options.onProgress);
  const database = await Database.connect({ url: options.appUrl, schema, onStatement: options.onStatement });
  const register = new RegisterRepository(database);
  return {
    name: 'geography',
    ...createGeographySchema(),
    createContext: (identity) => createGeographyContext(database, firstMapDay, identity),
    internalRoute: createRegisterRoute(register),
    readiness: () => readinessOf(register),
    close: () => database.close(),
  };
}

async function readinessOf(register: RegisterRepository): Promise<Readiness> {
  try {
    const edition = await register.findEdition();
    return {
      ready: edition !== null,
      waitingFor: edition === null ? 'reference data' : null,
      versions: { register: `${edition}` },
    };
  } catch {
    return { ready: false, waitingFor: 'database', versions: {} };
  }
}
