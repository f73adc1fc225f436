import { createFederatedSchema } from '@tieuchi/subgraph-kit';
import { AdministrativeUnit } from './administrative-unit/administrative-unit';
import { CarriedCheckResolver, ModelWardQuotaResolver, QuotaRuleResolver } from './quota/quota.resolver';
import type { ModelWardContext } from './request-context';

/** The part of the graph that model-ward serves: pilot wards and the quotas they are counted against. */
export function createModelWardSchema() {
  return createFederatedSchema<ModelWardContext>({
    resolvers: [QuotaRuleResolver, CarriedCheckResolver, ModelWardQuotaResolver],
    orphanedTypes: [AdministrativeUnit],
    references: { AdministrativeUnit: ({ id }) => ({ id }) },
  });
}
