import {
  followRegister,
  openService,
  type RegisteredServiceOptions,
  type ServiceRoles,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import { loadDemonstration } from './demonstration/load-demonstration';
import { createModelWardSchema } from './graph';
import { PilotWardsAndQuotas1700000000001 } from './migrations/1-pilot-wards-and-quotas';
import { RecordingInstant1700000000003 } from './migrations/3-recording-instant';
import { loadQuotaRules } from './quota/load-quota-rules';
import { QuotaRule, QuotaRuleUnit } from './quota/quota-rule';
import { createModelWardContext } from './request-context';

export const MODEL_WARD_ROLES: ServiceRoles = { schema: 'model_ward' };

/** Loads the quota rules, catches up with the register, and makes the demonstration's registrations where it is one. */
export async function startModelWard(options: RegisteredServiceOptions): Promise<Subgraph> {
  const { database, isDemonstration } = await openService(options, {
    roles: MODEL_WARD_ROLES,
    migrations: [PilotWardsAndQuotas1700000000001, RecordingInstant1700000000003],
    entities: [QuotaRule, QuotaRuleUnit],
    load: loadQuotaRules,
  });
  const register = await followRegister(database, options.register, async () => {});
  if (isDemonstration) await loadDemonstration(database);
  return {
    name: 'model-ward',
    ...createModelWardSchema(),
    createContext: (identity) => createModelWardContext(database, identity),
    readiness: () => register.readiness(),
    async close() {
      await register.stop();
      await database.close();
    },
  };
}
