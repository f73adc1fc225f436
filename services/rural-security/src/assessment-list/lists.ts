import type { Database, RequestContext } from '@tieuchi/subgraph-kit';
import { CommuneAtRiskRepository } from '../regression/commune-at-risk.repository';
import { RegressionRepository } from '../regression/regression.repository';
import { WorkListRepository } from '../work-list/work-list.repository';
import { AssessmentListRepository } from './assessment-list.repository';
import { WithinCheck } from './within-check';

export type Lists = ReturnType<typeof createLists>;

/** The lists of units within a unit that a request may ask for. */
export function createLists(database: Database, { actor, asOf }: RequestContext) {
  return {
    assessments: new AssessmentListRepository(database, actor, asOf),
    regressions: new RegressionRepository(database, actor, asOf),
    risks: new CommuneAtRiskRepository(database, actor, asOf),
    work: new WorkListRepository(database, actor, asOf),
    questions: new WithinCheck(database, actor, asOf),
  };
}
