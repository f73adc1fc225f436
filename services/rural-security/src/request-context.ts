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
import { PredecessorResultsRepository } from './assessment/predecessor-results.repository';
import { IndicatorRepository } from './indicator/indicator.repository';
import { PopulationChangeRepository } from './population/population-change.repository';
import { LedgerRepository } from './tally/ledger.repository';
import { SecurityTallyRepository } from './tally/security-tally.repository';
import { TargetRepository } from './target/target.repository';

export interface RuralSecurityContext extends RequestContext {
  readonly indicators: IndicatorRepository;
  readonly populations: PopulationChangeRepository;
  readonly loaders: ReturnType<typeof createLoaders>;
}

export function createRuralSecurityContext(database: Database, identity: InternalIdentity): RuralSecurityContext {
  const context = createRequestContext(identity);
  return {
    ...context,
    indicators: new IndicatorRepository(database, context.actor),
    populations: new PopulationChangeRepository(database, context.actor),
    loaders: createLoaders(database, context),
  };
}

function createLoaders(database: Database, { actor, asOf }: RequestContext) {
  const assessments = new AssessmentRepository(database, actor);
  const ledgers = new LedgerRepository(database, actor);
  const predecessors = new PredecessorResultsRepository(database, actor);
  const tallies = new SecurityTallyRepository(database, actor);
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
    ownMapLedgersByUnitId: batchMany(
      (ids: readonly string[]) => ledgers.findOwnMapLedgersByUnitIds(ids, asOf),
      (row) => row.groupId,
    ),
    predecessorsByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchMany(
        (ids: readonly string[]) => predecessors.findPredecessorsByUnitIds(ids, question, asOf),
        (row) => row.unitId,
      ),
    ),
    talliesByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchMany(
        (ids: readonly string[]) => tallies.findTalliesByUnitIds(ids, question, asOf),
        (tally) => tally.unitId,
      ),
    ),
    targetsByUnitId: batchMany(
      (ids: readonly string[]) => targets.findTargetsByUnitIds(ids),
      (target) => target.unitId,
    ),
  };
}
