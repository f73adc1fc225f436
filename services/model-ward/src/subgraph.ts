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
import { loadDemonstration } from './demonstration/load-demonstration';
import { createModelWardSchema } from './graph';
import { PilotWardsAndQuotas1700000000001 } from './migrations/1-pilot-wards-and-quotas';
import { loadQuotaRules } from './quota/load-quota-rules';
import { QuotaRule, QuotaRuleUnit } from './quota/quota-rule';
import { createModelWardContext } from './request-context';

export const MODEL_WARD_ROLES: ServiceRoles = { schema: 'model_ward' };

export interface ModelWardOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly register: RegisterSource;
  /** Whether the database is for demonstration; null: as its first start said. */
  readonly demonstration: boolean | null;
  /** What a first start takes where `demonstration` is null; not for demonstration unless said. */
  readonly fallback?: boolean;
  readonly onStatement?: Statement;
}

/** Migrates, loads the quota rules, catches up with the register, and connects. */
export async function startModelWard(options: ModelWardOptions): Promise<Subgraph> {
  const { schema } = MODEL_WARD_ROLES;
  await migrate({ ownerUrl: options.ownerUrl, schema, migrations: [PilotWardsAndQuotas1700000000001] });
  const isDemonstration = await establishPurpose(
    options.ownerUrl,
    schema,
    options.demonstration,
    options.fallback ?? false,
  );
  await loadAsOwner(options.ownerUrl);

  const database = await Database.connect({ url: options.appUrl, schema, onStatement: options.onStatement });
  await syncRegister(database, options.register, async () => {});
  if (isDemonstration) await loadDemonstration(database);
  return {
    name: 'model-ward',
    ...createModelWardSchema(),
    createContext: (identity) => createModelWardContext(database, identity),
    readiness: () => registerReadiness(database),
    close: () => database.close(),
  };
}

async function loadAsOwner(ownerUrl: string): Promise<void> {
  const owner = await Database.connect({
    url: ownerUrl,
    schema: MODEL_WARD_ROLES.schema,
    entities: [QuotaRule, QuotaRuleUnit],
    poolSize: 1,
  });
  try {
    await owner.write(SYSTEM, async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtext('load quota rules'))");
      await loadQuotaRules(tx);
    });
  } finally {
    await owner.close();
  }
}
