import {
  createEvidenceRoute,
  EvidenceStore,
  firstRoute,
  followRegister,
  openService,
  type Readiness,
  type RegisteredServiceOptions,
  type ServiceRoles,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { DEMONSTRATION_COUNTED_ON } from './demonstration/demonstration-commune';
import { loadDemonstration } from './demonstration/load-demonstration';
import { createRuralSecuritySchema } from './graph';
import { AssessmentYear, CriteriaItem, Indicator, Population } from './indicator/indicator';
import { ProgrammesAndTallies1700000000001 } from './migrations/1-programmes-and-tallies';
import { ProgrammesAsData1700000000002 } from './migrations/2-programmes-as-data';
import { Evidence1700000000003 } from './migrations/3-evidence';
import { AssessmentLife1700000000004 } from './migrations/4-assessment-life';
import { RecordingInstant1700000000006 } from './migrations/6-recording-instant';
import { loadProgrammes } from './programme/load-programmes';
import { Programme } from './programme/programme';
import { createRuralSecurityContext } from './request-context';
import { SecurityTarget } from './target/target';

export const RURAL_SECURITY_ROLES: ServiceRoles = {
  schema: 'rural_security',
  functionOwners: ['rural_security_counting'],
};

export interface RuralSecuritySubgraph extends Subgraph {
  /** What its database turned out to be for. */
  readonly demonstration: boolean;
}

/** Loads the programmes, catches up with the register, and makes the demonstration's assessments where it is one. */
export async function startRuralSecurity(options: RegisteredServiceOptions): Promise<RuralSecuritySubgraph> {
  const { database, isDemonstration } = await openService(options, {
    roles: RURAL_SECURITY_ROLES,
    migrations: [
      ProgrammesAndTallies1700000000001,
      ProgrammesAsData1700000000002,
      Evidence1700000000003,
      AssessmentLife1700000000004,
      RecordingInstant1700000000006,
    ],
    entities: [Programme, Indicator, Population, CriteriaItem, AssessmentYear, SecurityTarget],
    async load(tx, isForDemonstration) {
      const changed = await loadProgrammes(tx, isForDemonstration ? DEMONSTRATION_COUNTED_ON : null);
      // at a first start there are no units yet: the register's swap counts then
      if (changed && (await holdsRegister(tx))) await recountTallies(tx);
    },
  });
  const register = await followRegister(database, options.register, recountTallies);
  if (isDemonstration) await loadDemonstration(database, options.onProgress);
  return {
    name: 'rural-security',
    demonstration: isDemonstration,
    ...createRuralSecuritySchema(),
    createContext: (identity) => createRuralSecurityContext(database, identity),
    internalRoute: firstRoute(createEvidenceRoute(new EvidenceStore(database))),
    readiness: async () => withPurpose(await register.readiness(), isDemonstration),
    async close() {
      await register.stop();
      await database.close();
    },
  };
}

async function recountTallies(tx: EntityManager): Promise<void> {
  await tx.query('select recount_tallies()');
}

async function holdsRegister(tx: EntityManager): Promise<boolean> {
  const held: object[] = await tx.query('select from register_edition');
  return held.length > 0;
}

function withPurpose(readiness: Readiness, isDemonstration: boolean): Readiness {
  return {
    ...readiness,
    versions: { ...readiness.versions, purpose: isDemonstration ? 'demonstration' : 'real data' },
  };
}
