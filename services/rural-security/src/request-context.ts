import {
  batchMany,
  batchOne,
  createRequestContext,
  type Database,
  type InternalIdentity,
  loaderByArguments,
  type RequestContext,
} from '@tieuchi/subgraph-kit';
import { type AssessmentQuestion, AssessmentRepository } from './assessment/assessment.repository';
import { IndicatorRepository } from './indicator/indicator.repository';
import { LedgerRepository } from './tally/ledger.repository';
import { TargetRepository } from './target/target.repository';

export interface RuralSecurityContext extends RequestContext {
  readonly indicators: IndicatorRepository;
  readonly loaders: ReturnType<typeof createLoaders>;
}

export function createRuralSecurityContext(database: Database, identity: InternalIdentity): RuralSecurityContext {
  const context = createRequestContext(identity);
  return {
    ...context,
    indicators: new IndicatorRepository(database, context.actor),
    loaders: createLoaders(database, context),
  };
}

function createLoaders(database: Database, { actor, asOf }: RequestContext) {
  const assessments = new AssessmentRepository(database, actor);
  const ledgers = new LedgerRepository(database, actor);
  const targets = new TargetRepository(database, actor);
  return {
    assessmentByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchOne(
        (ids: readonly string[]) => assessments.findAssessmentsByUnitIds(ids, question, asOf),
        (row) => row.unitId,
      ),
    ),
    ledgerByUnitId: batchOne(
      (ids: readonly string[]) => ledgers.findLedgersByUnitIds(ids, asOf),
      (row) => row.unitId,
    ),
    targetsByUnitId: batchMany(
      (ids: readonly string[]) => targets.findTargetsByUnitIds(ids),
      (target) => target.unitId,
    ),
  };
}
