import { createFederatedSchema, itself } from '@tieuchi/subgraph-kit';
import { AdministrativeUnit } from './administrative-unit/administrative-unit';
import { CriteriaSetResolver, CriterionResolver } from './criteria/criteria-set.resolver';
import { MODEL_WARD_FIELDS } from './field-policy';
import { ModelWardResolver, UnitModelWardResolver } from './pilot-ward/model-ward.resolver';
import { ModelWardEntryCountResolver, WardListResolver } from './pilot-ward/ward-list.resolver';
import { PublishedResolver } from './published/published.resolver';
import { CarriedCheckResolver, ModelWardQuotaResolver, QuotaRuleResolver } from './quota/quota.resolver';
import { QuotaRankingResolver } from './quota/quota-ranking.resolver';
import { QuotaWardCountResolver, QuotaWardResolver } from './quota/quota-ward.resolver';
import type { ModelWardContext } from './request-context';
import { ModelWardLifeResolver } from './ward-life/life.resolver';

/** The part of the graph that model-ward serves: pilot wards and the quotas they are counted against. */
export function createModelWardSchema() {
  return createFederatedSchema<ModelWardContext>({
    resolvers: [
      QuotaRuleResolver,
      CarriedCheckResolver,
      ModelWardQuotaResolver,
      QuotaWardResolver,
      QuotaWardCountResolver,
      QuotaRankingResolver,
      PublishedResolver,
      CriteriaSetResolver,
      CriterionResolver,
      UnitModelWardResolver,
      ModelWardResolver,
      WardListResolver,
      ModelWardEntryCountResolver,
      ModelWardLifeResolver,
    ],
    orphanedTypes: [AdministrativeUnit],
    policies: MODEL_WARD_FIELDS,
    references: { AdministrativeUnit: itself },
  });
}
