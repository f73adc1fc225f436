import {
  batchMany,
  batchOne,
  createRequestContext,
  type Database,
  type InternalIdentity,
  loaderByArguments,
  type RequestContext,
} from '@tieuchi/subgraph-kit';
import type { Assessment } from './assessment/assessment';
import { type AssessmentQuestion, AssessmentRepository } from './assessment/assessment.repository';
import { PredecessorResultsRepository } from './assessment/predecessor-results.repository';
import { presentAssessment } from './assessment/present-assessment';
import { JobListRepository } from './assessment-import/job-list.repository';
import { AssessmentDesk } from './assessment-life/assessment-desk';
import { createLists, type Lists } from './assessment-list/lists';
import { CaseChangeRepository } from './case-count/case-change.repository';
import { type CaseCounts, createCaseCounts } from './case-count/case-counts';
import { DocumentRepository } from './document/document.repository';
import { IndicatorRepository } from './indicator/indicator.repository';
import { PopulationChangeRepository } from './population/population-change.repository';
import { ProgrammeRepository } from './programme/programme.repository';
import { WarningRepository } from './regression/warning.repository';
import { ReportedTallyRepository } from './reported-tally/reported-tally.repository';
import { LedgerRepository } from './tally/ledger.repository';
import { SecurityTallyRepository } from './tally/security-tally.repository';
import { TallyCheckRepository } from './tally/tally-check.repository';
import { StatementRepository } from './tally-statement/statement.repository';
import { StatementDesk } from './tally-statement/statement-desk';
import { TargetRepository } from './target/target.repository';

export interface RuralSecurityContext extends RequestContext {
  readonly programmes: ProgrammeRepository;
  readonly indicators: IndicatorRepository;
  readonly populations: PopulationChangeRepository;
  readonly documents: DocumentRepository;
  readonly lists: Lists;
  readonly caseCounts: CaseCounts;
  readonly tallyChecks: TallyCheckRepository;
  readonly importJobs: JobListRepository;
  readonly statements: StatementRepository;
  readonly statementDesk: StatementDesk;
  /** Takes the steps of an assessment's life. */
  readonly desk: AssessmentDesk;
  /** An assessment as it stands after a step of this request. */
  readAssessment(unitId: string, question: AssessmentQuestion): Promise<Assessment | null>;
  readonly loaders: ReturnType<typeof createLoaders>;
}

export function createRuralSecurityContext(database: Database, identity: InternalIdentity): RuralSecurityContext {
  const context = createRequestContext(identity);
  return {
    programmes: new ProgrammeRepository(database, context.actor),
    ...context,
    indicators: new IndicatorRepository(database, context.actor),
    populations: new PopulationChangeRepository(database, context.actor),
    documents: new DocumentRepository(database, context.actor, context.asOf),
    lists: createLists(database, context),
    caseCounts: createCaseCounts(database, context),
    tallyChecks: new TallyCheckRepository(database, context.actor),
    importJobs: new JobListRepository(database, context.actor),
    statements: new StatementRepository(database, context.actor, context.asOf),
    statementDesk: new StatementDesk(database, context.actor, context.asOf),
    desk: new AssessmentDesk(database, context.actor, context.asOf),
    async readAssessment(unitId, question) {
      const rows = new AssessmentRepository(database, context.actor);
      const [row] = await rows.findAssessmentsByUnitIds([unitId], question, context.asOf);
      return row ? presentAssessment(row, question, context) : null;
    },
    loaders: createLoaders(database, context),
  };
}

function createLoaders(database: Database, { actor, asOf, askedIndicators }: RequestContext) {
  const assessments = new AssessmentRepository(database, actor);
  const caseChanges = new CaseChangeRepository(database, actor, asOf);
  const documents = new DocumentRepository(database, actor, asOf);
  const indicators = new IndicatorRepository(database, actor);
  const ledgers = new LedgerRepository(database, actor, askedIndicators);
  const predecessors = new PredecessorResultsRepository(database, actor);
  const reported = new ReportedTallyRepository(database, actor, asOf);
  const statements = new StatementRepository(database, actor, asOf);
  const tallies = new SecurityTallyRepository(database, actor);
  const targets = new TargetRepository(database, actor);
  const warnings = new WarningRepository(database, actor, asOf);
  return {
    assessmentByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchOne(
        (ids: readonly string[]) => assessments.findAssessmentsByUnitIds(ids, question, asOf),
        (row) => row.unitId,
      ),
    ),
    caseChangeByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchOne(
        (ids: readonly string[]) => caseChanges.findChangesByUnitIds(ids, question),
        (row) => row.unitId,
      ),
    ),
    documentById: batchOne(
      (ids: readonly string[]) => documents.findByIds(ids),
      (document) => document.id,
    ),
    earlierResultByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchOne(
        (ids: readonly string[]) => warnings.findEarlierResults(ids, question),
        (row) => row.unitId,
      ),
    ),
    historyByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchMany(
        (ids: readonly string[]) => assessments.findHistoryByUnitIds(ids, question, asOf),
        (revision) => revision.unitId,
      ),
    ),
    indicatorsByProgrammeId: batchMany(
      (ids: readonly string[]) => indicators.findIndicatorsByProgrammeIds(ids),
      (indicator) => indicator.programmeId,
    ),
    criteriaSetsByIndicatorId: batchMany(
      (ids: readonly string[]) => indicators.findCriteriaSetsByIndicatorIds(ids),
      (set) => set.indicatorId,
    ),
    populationsByIndicatorId: batchMany(
      (ids: readonly string[]) => indicators.findPopulationsByIndicatorIds(ids),
      (population) => population.indicatorId,
    ),
    yearsByIndicatorId: batchMany(
      (ids: readonly string[]) => indicators.findYearsByIndicatorIds(ids),
      (year) => year.indicatorId,
    ),
    itemTextsByIndicatorId: loaderByArguments(({ year }: { year: number }) =>
      batchMany(
        (ids: readonly string[]) => assessments.findItemTexts(ids, year),
        (text) => text.indicatorId,
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
    indicatorNounsById: batchOne(
      (ids: readonly string[]) => reported.findNounsByIndicatorIds(ids),
      (row) => row.id,
    ),
    reportedTalliesByUnitId: batchMany(
      (ids: readonly string[]) => reported.findTalliesByUnitIds(ids),
      (row) => row.unitId,
    ),
    statementsByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchMany(
        (ids: readonly string[]) => statements.findStatementsByUnitIds(ids, question),
        (row) => row.unitId,
      ),
    ),
    changeByStatementId: batchOne(
      (ids: readonly string[]) => statements.findChangesByStatementIds(ids),
      (row) => row.id,
    ),
    talliesByUnitId: loaderByArguments((question: AssessmentQuestion) =>
      batchMany(
        (ids: readonly string[]) => tallies.findTalliesByUnitIds(ids, question, asOf),
        (tally) => tally.unitId,
      ),
    ),
    targetsByIndicatorId: batchMany(
      (ids: readonly string[]) => targets.findTargetsByIndicatorIds(ids),
      (target) => target.indicatorId,
    ),
    targetsByUnitId: batchMany(
      (ids: readonly string[]) => targets.findTargetsByUnitIds(ids),
      (target) => target.unitId,
    ),
  };
}
