import {
  Database,
  establishPurpose,
  migrate,
  type RegisterSource,
  registerReadiness,
  type ServiceRoles,
  type Statement,
  type Subgraph,
  SYSTEM,
  syncRegister,
} from '@tieuchi/subgraph-kit';
import { DEMONSTRATION_COUNTED_ON } from './demonstration/demonstration-commune';
import { loadDemonstration } from './demonstration/load-demonstration';
import { createRuralSecuritySchema } from './graph';
import { AssessmentYear, CriteriaItem, Indicator, Population } from './indicator/indicator';
import { ProgrammesAndTallies1700000000001 } from './migrations/1-programmes-and-tallies';
import { loadProgrammes } from './programme/load-programmes';
import { Programme } from './programme/programme';
import { createRuralSecurityContext } from './request-context';
import { SecurityTarget } from './target/target';

export const RURAL_SECURITY_ROLES: ServiceRoles = {
  schema: 'rural_security',
  functionOwners: ['rural_security_counting'],
};

export interface RuralSecurityOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly register: RegisterSource;
  /** Whether the database is for demonstration; null: as its first start said. */
  readonly demonstration: boolean | null;
  /** What a first start takes where `demonstration` is null; not for demonstration unless said. */
  readonly fallback?: boolean;
  readonly onStatement?: Statement;
  readonly onProgress?: (message: string) => void;
}

export interface RuralSecuritySubgraph extends Subgraph {
  /** What its database turned out to be for. */
  readonly demonstration: boolean;
}

/** Migrates, loads the programmes, catches up with the register, and connects. */
export async function startRuralSecurity(options: RuralSecurityOptions): Promise<RuralSecuritySubgraph> {
  const { schema } = RURAL_SECURITY_ROLES;
  await migrate({ ownerUrl: options.ownerUrl, schema, migrations: [ProgrammesAndTallies1700000000001] });
  const isDemonstration = await establishPurpose(
    options.ownerUrl,
    schema,
    options.demonstration,
    options.fallback ?? false,
  );
  const programmesChanged = await loadAsOwner(options.ownerUrl, isDemonstration);

  const database = await Database.connect({ url: options.appUrl, schema, onStatement: options.onStatement });
  await syncRegister(database, options.register, (tx) => tx.query('select recount_tallies()'));
  if (programmesChanged) await database.write(SYSTEM, (tx) => tx.query('select recount_tallies()'));
  if (isDemonstration) {
    options.onProgress?.('making demonstration data');
    await loadDemonstration(database);
  }
  return {
    name: 'rural-security',
    demonstration: isDemonstration,
    ...createRuralSecuritySchema(),
    createContext: (identity) => createRuralSecurityContext(database, identity),
    readiness: () => registerReadiness(database),
    close: () => database.close(),
  };
}

async function loadAsOwner(ownerUrl: string, isDemonstration: boolean): Promise<boolean> {
  const owner = await Database.connect({
    url: ownerUrl,
    schema: RURAL_SECURITY_ROLES.schema,
    entities: [Programme, Indicator, Population, CriteriaItem, AssessmentYear, SecurityTarget],
    poolSize: 1,
  });
  try {
    return await owner.write(SYSTEM, async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtext('load programmes'))");
      return loadProgrammes(tx, isDemonstration ? DEMONSTRATION_COUNTED_ON : null);
    });
  } finally {
    await owner.close();
  }
}
