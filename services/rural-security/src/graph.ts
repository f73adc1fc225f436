import { createFederatedSchema, itself } from '@tieuchi/subgraph-kit';
import { AdministrativeUnit } from './administrative-unit/administrative-unit';
import { AssessmentResolver, PredecessorResultsResolver } from './assessment/assessment.resolver';
import {
  AssessmentDetailsResolver,
  EvidenceResolver,
  ItemResultResolver,
} from './assessment/assessment-details.resolver';
import { AssessmentStepResolver } from './assessment/assessment-step';
import { ImportJobCountResolver, ImportJobResolver } from './assessment-import/import-job.resolver';
import { AssessmentLifeResolver } from './assessment-life/life.resolver';
import { AssessmentEntryCountResolver, AssessmentListResolver } from './assessment-list/assessment-list.resolver';
import { CallerResolver } from './caller/caller.resolver';
import { CaseChangeResolver, CaseCountResolver } from './case-count/case-count.resolver';
import { DocumentConnectionResolver, DocumentResolver } from './document/document.resolver';
import { RURAL_SECURITY_FIELDS } from './field-policy';
import { CriteriaItemResolver, CriteriaRuleResolver, CriteriaSetResolver } from './indicator/criteria-set.resolver';
import { IndicatorResolver } from './indicator/indicator.resolver';
import { PopulationChangeResolver } from './population/population-change.resolver';
import { ProgrammeResolver } from './programme/programme.resolver';
import { Region } from './region/region';
import { RegionResolver } from './region/region.resolver';
import {
  CommuneAtRiskCountResolver,
  RegressionCountResolver,
  RegressionResolver,
} from './regression/regression.resolver';
import { AssessmentWarningsResolver, WarningResolver } from './regression/warning.resolver';
import { PlanResultResolver, UnitPlanResultsResolver } from './reported-tally/plan-result.resolver';
import {
  ReconciliationResolver,
  ReportedIndicatorResolver,
  ReportedTallyResolver,
  UnitReportedTalliesResolver,
} from './reported-tally/reported-tally.resolver';
import { ReportingPeriodResolver } from './reporting-period/reporting-period.resolver';
import type { RuralSecurityContext } from './request-context';
import { LedgerResolver } from './tally/ledger.resolver';
import { SecurityTallyResolver } from './tally/security-tally.resolver';
import { TallyCheckResolver } from './tally/tally-check.resolver';
import {
  StatementChangeCountResolver,
  StatementChangesResolver,
  TallyStatementResolver,
  UnitStatementsResolver,
} from './tally-statement/statement.resolver';
import { StatementLifeResolver } from './tally-statement/statement-life.resolver';
import { TargetResolver } from './target/target.resolver';
import { WorkItemCountResolver, WorkListResolver } from './work-list/work-list.resolver';
/** The part of the graph that rural-security serves: indicators, targets, and what was assessed for each unit. */
export function createRuralSecuritySchema() {
  return createFederatedSchema<RuralSecurityContext>({
    resolvers: [
      ProgrammeResolver,
      IndicatorResolver,
      CriteriaSetResolver,
      CriteriaItemResolver,
      CriteriaRuleResolver,
      AssessmentResolver,
      PredecessorResultsResolver,
      AssessmentDetailsResolver,
      AssessmentStepResolver,
      ItemResultResolver,
      EvidenceResolver,
      AssessmentLifeResolver,
      AssessmentListResolver,
      AssessmentEntryCountResolver,
      ImportJobResolver,
      ImportJobCountResolver,
      WorkListResolver,
      CallerResolver,
      WorkItemCountResolver,
      RegressionResolver,
      RegressionCountResolver,
      CommuneAtRiskCountResolver,
      AssessmentWarningsResolver,
      WarningResolver,
      ReportingPeriodResolver,
      CaseCountResolver,
      CaseChangeResolver,
      DocumentResolver,
      DocumentConnectionResolver,
      PopulationChangeResolver,
      TargetResolver,
      SecurityTallyResolver,
      TallyCheckResolver,
      LedgerResolver,
      UnitReportedTalliesResolver,
      ReportedTallyResolver,
      ReportedIndicatorResolver,
      ReconciliationResolver,
      UnitPlanResultsResolver,
      PlanResultResolver,
      UnitStatementsResolver,
      TallyStatementResolver,
      StatementChangesResolver,
      StatementChangeCountResolver,
      StatementLifeResolver,
      RegionResolver,
    ],
    orphanedTypes: [AdministrativeUnit, Region],
    policies: RURAL_SECURITY_FIELDS,
    references: { AdministrativeUnit: itself, Region: itself },
  });
}
