import {
  createAnswerOnce,
  createEvidenceRoute,
  EvidenceStore,
  firstRoute,
  followRegister,
  forgetOldAnswers,
  openService,
  poolGauge,
  type Readiness,
  type RegisteredServiceOptions,
  registerGauges,
  type ServiceRoles,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { RURAL_SECURITY_POLICIES } from './access-policy';
import { createFormRoute } from './assessment-import/form-route';
import { createAssessmentImportRoute } from './assessment-import/import-route';
import { loadDemonstration } from './demonstration/load-demonstration';
import { createRuralSecuritySchema } from './graph';
import { ProgrammesAndTallies1700000000001 } from './migrations/1-programmes-and-tallies';
import { ProgrammesAsData1700000000002 } from './migrations/2-programmes-as-data';
import { Evidence1700000000003 } from './migrations/3-evidence';
import { AssessmentLife1700000000004 } from './migrations/4-assessment-life';
import { PoliciesAndAudit1700000000005 } from './migrations/5-policies-and-audit';
import { RecordingInstant1700000000006 } from './migrations/6-recording-instant';
import { CaseCounts1700000000007 } from './migrations/7-case-counts';
import { LineageInOrder1700000000008 } from './migrations/8-lineage-in-order';
import { CountsFromRows1700000000011 } from './migrations/11-counts-from-rows';
import { ReportedTallies1700000000012 } from './migrations/12-reported-tallies';
import { ImportJobs1700000000013 } from './migrations/13-import-jobs';
import { WritingManyRows1700000000014 } from './migrations/14-writing-many-rows';
import { UnpublishedInScope1700000000016 } from './migrations/16-unpublished-in-scope';
import { AuditSeals1700000000020 } from './migrations/20-audit-seals';
import { AnsweredRequests1700000000021 } from './migrations/21-answered-requests';
import { DataVersion1700000000022 } from './migrations/22-data-version';
import { createProgrammeImportRoute } from './programme/import-route';
import { loadProgrammes } from './programme/load-programmes';
import { createReportedTallyImportRoute } from './reported-tally/import-route';
import { createRuralSecurityContext } from './request-context';
import { tallyGauges } from './tally/tally-gauges';

export const RURAL_SECURITY_ROLES: ServiceRoles = {
  schema: 'rural_security',
  functionOwners: ['rural_security_counting', 'rural_security_audit'],
};

export interface RuralSecuritySubgraph extends Subgraph {
  /** What its database turned out to be for. */
  readonly demonstration: boolean;
}

/** Loads the programmes, catches up with the register, and makes the demonstration's assessments where it is one. */
export async function startRuralSecurity(options: RegisteredServiceOptions): Promise<RuralSecuritySubgraph> {
  const { database, audit, versions, isDemonstration } = await openService(options, {
    roles: RURAL_SECURITY_ROLES,
    policies: RURAL_SECURITY_POLICIES,
    migrations: [
      ProgrammesAndTallies1700000000001,
      ProgrammesAsData1700000000002,
      Evidence1700000000003,
      AssessmentLife1700000000004,
      PoliciesAndAudit1700000000005,
      RecordingInstant1700000000006,
      CaseCounts1700000000007,
      LineageInOrder1700000000008,
      CountsFromRows1700000000011,
      ReportedTallies1700000000012,
      ImportJobs1700000000013,
      UnpublishedInScope1700000000016,
      WritingManyRows1700000000014,
      AuditSeals1700000000020,
      AnsweredRequests1700000000021,
      DataVersion1700000000022,
    ],
    async load(tx) {
      const changed = await loadProgrammes(tx);
      // at a first start there are no units yet: the register's swap counts then
      if (changed && (await holdsRegister(tx))) await recountTallies(tx);
    },
  });
  const register = await followRegister(database, options.register, recountTallies);
  if (isDemonstration) await loadDemonstration(database, options.onProgress);
  const answers = forgetOldAnswers(database);
  return {
    name: 'rural-security',
    demonstration: isDemonstration,
    ...createRuralSecuritySchema(),
    createContext: (identity) => createRuralSecurityContext(database.forAnswer(identity), identity),
    recordAct: audit.recordAct,
    dataVersion: database.dataVersion,
    internalRoute: audit.route(
      firstRoute(
        createEvidenceRoute(new EvidenceStore(database)),
        createProgrammeImportRoute(database),
        createAssessmentImportRoute(database),
        createFormRoute(database),
        createReportedTallyImportRoute(database),
      ),
    ),
    gauges: [poolGauge(database), ...registerGauges(database), ...tallyGauges(database)],
    readiness: async () => withPurpose(await register.readiness(), isDemonstration),
    answerOnce: createAnswerOnce(database),
    async close() {
      await answers.stop();
      await register.stop();
      await audit.stop();
      await versions.stop();
      await database.close();
    },
  };
}

async function recountTallies(tx: EntityManager): Promise<void> {
  await tx.query('select recount_tallies()');
}

async function holdsRegister(tx: EntityManager): Promise<boolean> {
  const held: object[] = await tx.query('select from register_edition');
  return held.length > 0;
}

function withPurpose(readiness: Readiness, isDemonstration: boolean): Readiness {
  return {
    ...readiness,
    versions: { ...readiness.versions, purpose: isDemonstration ? 'demonstration' : 'real data' },
  };
}
