import {
  createFederatedSchema,
  createRequestContext,
  itself,
  type RequestContext,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import { AdministrativeUnit, AttainmentResolver, Region, RegionAttainmentResolver } from './attainment.resolver';
import { ComputedPartsResolver } from './computed-parts.resolver';
import { ExplanationResolver, ExplanationStepResolver } from './explanation-type';
import { ATTAINMENT_FIELDS } from './field-policy';

export function createAttainmentSchema() {
  return createFederatedSchema<RequestContext>({
    resolvers: [
      AttainmentResolver,
      RegionAttainmentResolver,
      ExplanationResolver,
      ExplanationStepResolver,
      ComputedPartsResolver,
    ],
    orphanedTypes: [AdministrativeUnit, Region],
    policies: ATTAINMENT_FIELDS,
    references: { AdministrativeUnit: itself, Region: itself },
  });
}

/** The subgraph inside the gateway: formulas over counts that others keep; it stores nothing. */
export function createAttainmentSubgraph(): Subgraph {
  return {
    name: 'attainment',
    ...createAttainmentSchema(),
    createContext: createRequestContext,
    readiness: async () => ({ ready: true, waitingFor: null, versions: {} }),
    close: async () => {},
  };
}
