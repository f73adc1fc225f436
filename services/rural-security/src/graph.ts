import { createFederatedSchema } from '@tieuchi/subgraph-kit';
import { AdministrativeUnit } from './administrative-unit/administrative-unit';
import { AssessmentResolver, PredecessorResultsResolver } from './assessment/assessment.resolver';
import {
  AssessmentDetailsResolver,
  EvidenceResolver,
  ItemResultResolver,
} from './assessment/assessment-details.resolver';
import { AssessmentLifeResolver } from './assessment-life/life.resolver';
import { DocumentConnectionResolver, DocumentResolver } from './document/document.resolver';
import { IndicatorResolver } from './indicator/indicator.resolver';
import { PopulationChangeResolver } from './population/population-change.resolver';
import type { RuralSecurityContext } from './request-context';
import { LedgerResolver } from './tally/ledger.resolver';
import { SecurityTallyResolver } from './tally/security-tally.resolver';
import { TargetResolver } from './target/target.resolver';

/** The part of the graph that rural-security serves: indicators, targets, and what was assessed for each unit. */
export function createRuralSecuritySchema() {
  return createFederatedSchema<RuralSecurityContext>({
    resolvers: [
      IndicatorResolver,
      AssessmentResolver,
      PredecessorResultsResolver,
      AssessmentDetailsResolver,
      ItemResultResolver,
      EvidenceResolver,
      AssessmentLifeResolver,
      DocumentResolver,
      DocumentConnectionResolver,
      PopulationChangeResolver,
      TargetResolver,
      SecurityTallyResolver,
      LedgerResolver,
    ],
    orphanedTypes: [AdministrativeUnit],
    references: { AdministrativeUnit: ({ id }) => ({ id }) },
  });
}
