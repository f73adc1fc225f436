import {
  createAnswerOnce,
  createEvidenceRoute,
  EvidenceStore,
  followRegister,
  forgetOldAnswers,
  openService,
  poolGauge,
  type RegisteredServiceOptions,
  registerGauges,
  type ServiceRoles,
  type Subgraph,
} from '@tieuchi/subgraph-kit';
import { MODEL_WARD_POLICIES } from './access-policy';
import { readCriteriaSets } from './criteria/criteria-sets';
import { loadDemonstration } from './demonstration/load-demonstration';
import { createModelWardSchema } from './graph';
import { PilotWardsAndQuotas1700000000001 } from './migrations/1-pilot-wards-and-quotas';
import { PoliciesAndAudit1700000000002 } from './migrations/2-policies-and-audit';
import { RecordingInstant1700000000003 } from './migrations/3-recording-instant';
import { LineageInOrder1700000000004 } from './migrations/4-lineage-in-order';
import { Scorecards1700000000005 } from './migrations/5-scorecards';
import { QuotaShares1700000000006 } from './migrations/6-quota-shares';
import { ScoredYear1700000000007 } from './migrations/7-scored-year';
import { RowsCompared1700000000008 } from './migrations/8-rows-compared';
import { AuditSeals1700000000020 } from './migrations/20-audit-seals';
import { AnsweredRequests1700000000021 } from './migrations/21-answered-requests';
import { DataVersion1700000000022 } from './migrations/22-data-version';
import { readPublished } from './published/published-file';
import { loadQuotaRules } from './quota/load-quota-rules';
import { QuotaRule, QuotaRuleUnit } from './quota/quota-rule';
import { createModelWardContext } from './request-context';

export const MODEL_WARD_ROLES: ServiceRoles = { schema: 'model_ward', functionOwners: ['model_ward_audit'] };

/** Loads the quota rules, catches up with the register, and makes the demonstration's registrations where it is one. */
export async function startModelWard(options: RegisteredServiceOptions): Promise<Subgraph> {
  const shipped = { criteriaSets: readCriteriaSets(), published: readPublished() };
  const { database, audit, versions, isDemonstration } = await openService(options, {
    roles: MODEL_WARD_ROLES,
    policies: MODEL_WARD_POLICIES,
    migrations: [
      PilotWardsAndQuotas1700000000001,
      PoliciesAndAudit1700000000002,
      RecordingInstant1700000000003,
      LineageInOrder1700000000004,
      Scorecards1700000000005,
      QuotaShares1700000000006,
      ScoredYear1700000000007,
      RowsCompared1700000000008,
      AuditSeals1700000000020,
      AnsweredRequests1700000000021,
      DataVersion1700000000022,
    ],
    entities: [QuotaRule, QuotaRuleUnit],
    load: loadQuotaRules,
  });
  const register = await followRegister(database, options.register, async () => {});
  if (isDemonstration) await loadDemonstration(database);
  const answers = forgetOldAnswers(database);
  return {
    name: 'model-ward',
    ...createModelWardSchema(),
    createContext: (identity) => createModelWardContext(database.forAnswer(identity), identity, shipped),
    recordAct: audit.recordAct,
    dataVersion: database.dataVersion,
    internalRoute: audit.route(createEvidenceRoute(new EvidenceStore(database))),
    gauges: [poolGauge(database), ...registerGauges(database)],
    readiness: () => register.readiness(),
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
