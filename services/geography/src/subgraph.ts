import {
  type Database,
  type Day,
  firstRoute,
  type Gauge,
  openService,
  poolGauge,
  type Readiness,
  type ServiceOptions,
  type ServiceRoles,
  type Subgraph,
  SYSTEM,
} from '@tieuchi/subgraph-kit';
import { GEOGRAPHY_POLICIES } from './access-policy';
import { loadEdition } from './edition/edition';
import { createGeographyImportRoute } from './edition/import-route';
import { createGeographySchema } from './graph';
import { Units1700000000001 } from './migrations/1-units';
import { UnitSearch1700000000002 } from './migrations/2-unit-search';
import { PoliciesAndAudit1700000000003 } from './migrations/3-policies-and-audit';
import { DeferredReferences1700000000004 } from './migrations/4-deferred-references';
import { DatedLinks1700000000005 } from './migrations/5-dated-links';
import { AuditSeals1700000000020 } from './migrations/20-audit-seals';
import { DataVersion1700000000022 } from './migrations/22-data-version';
import { UnitLookUps1700000000023 } from './migrations/23-unit-look-ups';
import { UnitLives1700000000024 } from './migrations/24-unit-lives';
import { OutlineRepository } from './outline/outline.repository';
import { createOutlineRoute } from './outline/outline-route';
import { RegisterRepository } from './register/register.repository';
import { createRegisterRoute } from './register/register-route';
import { createGeographyContext } from './request-context';

export const GEOGRAPHY_ROLES: ServiceRoles = { schema: 'geography', functionOwners: ['geography_audit'] };

/** Loads the geography where it is newer than what the database holds, and connects. */
export async function startGeography(options: ServiceOptions): Promise<Subgraph> {
  const { database, audit, versions } = await openService(options, {
    roles: GEOGRAPHY_ROLES,
    policies: GEOGRAPHY_POLICIES,
    migrations: [
      Units1700000000001,
      UnitSearch1700000000002,
      PoliciesAndAudit1700000000003,
      DeferredReferences1700000000004,
      DatedLinks1700000000005,
      AuditSeals1700000000020,
      DataVersion1700000000022,
      UnitLookUps1700000000023,
      UnitLives1700000000024,
    ],
    load: (tx) => loadEdition(tx, options.onProgress),
  });
  const firstMapDay = await findFirstMapDay(database);
  const register = new RegisterRepository(database);
  const importRoute = createGeographyImportRoute(database);
  const registerRoute = createRegisterRoute(register);
  const outlineRoute = createOutlineRoute(new OutlineRepository(database), firstMapDay);
  return {
    name: 'geography',
    ...createGeographySchema(),
    createContext: (identity) =>
      createGeographyContext(database.forAnswer({ asOf: null, deadline: identity.deadline }), firstMapDay, identity),
    recordAct: audit.recordAct,
    dataVersion: database.dataVersion,
    internalRoute: audit.route(firstRoute(importRoute, outlineRoute, registerRoute)),
    gauges: [poolGauge(database), editionGauge(register)],
    readiness: () => readinessOf(register),
    async close() {
      await audit.stop();
      await versions.stop();
      await database.close();
    },
  };
}

async function findFirstMapDay(database: Database): Promise<Day> {
  const first = await database.read<{ day: Day }>(SYSTEM, 'select min(day) as day from map_state');
  return first[0]!.day;
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

function editionGauge(register: RegisterRepository): Gauge {
  return {
    name: 'tieuchi_register_edition',
    help: 'The newest edition of the register, which the other services take over within seconds.',
    read: async () => {
      const edition = await register.findEdition();
      return edition === null ? [] : [{ value: Number(edition) }];
    },
  };
}
