import {
  COLLEAGUES,
  everyone,
  type FieldPolicy,
  namesOfPeople,
  only,
  own,
  pagesOf,
  STAFF,
} from '@tieuchi/subgraph-kit';
import { CASE_REPORTERS, DOCUMENT_RECORDERS } from './access-policy';
import { rolesOf } from './assessment-life/step';
import { KEEPERS } from './tally/tally-check.repository';
import { DRAFTERS, rolesOfStatement } from './tally-statement/statement-step';

const COUNTS = 'met notMet unknown total';

/** Programmes, targets and counts; of one unit: its result and the paper of it. */
const PUBLISHED = everyone({
  AdministrativeUnit: `id assessment planResults reportedTallies securityLedger securityOwnMapLedgers securityTallies
    securityTargets`,
  Region: 'id provinceIds placeName securityLedger',
  Query: 'indicators populationChanges programmes programmeInForce reportingPeriods',
  Assessment: `state verdict unknownReason appraisedOn confirmedOn decisionNumber decision note countedOn predecessors
    origin`,
  PredecessorResults: 'met total linksComplete units',
  PredecessorResult: 'code fullName verdict whole',
  Document: 'id number issuedOn issuer signer title abstract sha256 origin',
  SecurityTally: `population ${COUNTS} unplaced selfAssessedMet countedOn origin`,
  SecurityTarget: `id indicatorId scopeLevel scopeCode scopeMap direction percent units year due baselineYear source
    version inherited`,
  PlanResult: 'year plan basis planSource result resultOrigin resultUnknown difference sentence',
  ReportedTally: `id reference place indicator criteriaVersion asOf year mapExact kind met total population printedPercent
    printedQualifier computedPercent targetPercent printedAttainmentPercent parts flags note source origin reaches
    reconciliation`,
  ReportedIndicator: 'id isCountedOnly title',
  Reconciliation: 'outcome recordedMet recordedTotal recordedUnknown differenceMet sentence',
  Indicator: `id programmeId number shape titleVi titleEn nounVi nounEn lastStep source authorities unitGroups populations
    criteriaSets years targets`,
  IndicatorAuthority: 'nameVi nameEn validFrom validTo status source',
  IndicatorUnitGroup: 'id titleVi titleEn status source',
  IndicatorPopulation: 'id level kinds isListed isDefault note',
  IndicatorCriteriaSet: 'version validFrom validTo source status items rule',
  IndicatorItem: 'number status source evidencePolicy evidenceChecklist points rule text',
  CriteriaRule: 'kind count conditions measures strict baseYear fewerByAtLeastPercent text',
  RuleCondition: 'part of atLeastPercent',
  AssessmentYear: 'year criteriaVersion windowFrom windowTo windowStatus submitBy countedOn countedOnBasis',
  PopulationChanges: 'fromCountedOn toCountedOn fromTotal toTotal left joined units',
  PopulationChange: 'unit reason kindAfter',
  Programme: 'id validFrom validTo closingMap note isImported legalBasis title indicators',
  ProgrammePaper: 'number date issuer title status',
  ReportingPeriod: 'id kind from to knownOn year status source isClosed',
});

/** What units say of themselves, which content one failed, why, and what that rests on; lists that would tell it. */
const OF_STAFF = only(STAFF, {
  AdministrativeUnit: 'caseChange tallyStatements',
  Query: `assessments communesAtRisk documents regressions statementChanges workList workSummary`,
  Assessment: 'selfAssessedVerdict items submittedOn late daysLate version reason explanation history warnings',
  AssessmentEntry: 'unit assessment missingItems',
  AssessmentStep: 'step key value text',
  AssessmentRevision: 'version state verdict unknownReason reason recordedFrom recordedTo',
  ItemResult: 'number verdict selfAssessed appraised text',
  Statement: 'verdict reason measures explanation evidence',
  Measure: 'name count',
  Evidence: 'sha256 url note document',
  Warning: 'code source status message',
  CaseChange: `baselineYear baselineCases cases allowedCases excess changePercent verdict targetPercent targetSource source
    baselineSource origin`,
  CommuneAtRisk: 'unit reasons',
  RiskReason: 'kind itemNumber',
  Regression: 'unit verdictBefore verdict state failingItems beforeDecisionNumber',
  TallyStatement: `id version indicatorId year population map state ${COUNTS} selfAssessedMet contentHash knownAt signer
    draftedAt signedAt receivedAt returnedAt reason origin paper changedSince`,
  TallyChange: 'met notMet unknown',
  StatementChange: 'unit before after',
  WorkItem: 'unit unknownReason state daysLeft daysWaiting waitingFor reason',
  WorkSummary: 'reason count daysLeft',
});

const NAMES = namesOfPeople({
  Assessment: 'submittedBy enteredFor appraisedBy',
  AssessmentRevision: 'recordedBy enteredFor',
  TallyStatement: 'draftedBy signedBy receivedBy returnedBy',
});

/** The proof of the counts is for those who keep them. */
const TALLY_CHECKS = only(KEEPERS, {
  Query: 'tallyCheck',
  TallyCheck: 'compared differingCount differing',
  TallyDifference: 'unitId indicator population year kept counted',
  TallyCounts: `countedOn total met notMet inDraft awaitingAppraisal returned itemUnknown noComparableYear
    selfAssessedMet`,
});

const IMPORTS = own(COLLEAGUES, {
  Query: 'importJob importJobs',
  ImportJob: `id kind step indicator year fileName contentHash state rowsTotal rowsDone startedBy startedAt endedAt taken
    unchanged faultCount faults flipCount flips`,
  ImportFault: 'row column code message',
  VerdictFlip: 'row unitCode unitName of before after',
});

/** A name of the answer's own reader. */
const CALLER = own(STAFF, { Query: 'caller', Caller: 'subject role unit' });

/** Which step begins where, and whose it is there, its own table says; this says who takes it at all. */
const STEPS = [
  ...only(rolesOf('SAVE'), { Mutation: 'saveAssessment' }),
  ...only(rolesOf('SUBMIT'), { Mutation: 'submitAssessment' }),
  ...only(rolesOf('RETURN'), { Mutation: 'returnAssessment' }),
  ...only(rolesOf('APPRAISE'), { Mutation: 'appraiseAssessment' }),
  ...only(rolesOf('RECOGNISE'), { Mutation: 'recogniseAssessment' }),
  ...only(rolesOf('REVOKE'), { Mutation: 'revokeAssessment' }),
  ...only(DRAFTERS, { Mutation: 'draftTallyStatement' }),
  ...only(rolesOfStatement('SIGN'), { Mutation: 'signTallyStatement' }),
  ...only(rolesOfStatement('RECEIVE'), { Mutation: 'receiveTallyStatement' }),
  ...only(rolesOfStatement('RETURN'), { Mutation: 'returnTallyStatement' }),
  ...only(CASE_REPORTERS, { Mutation: 'recordCaseCount' }),
  ...only(DOCUMENT_RECORDERS, { Mutation: 'recordDocument' }),
  ...only(KEEPERS, { Mutation: 'recountTallies' }),
];

/** The answers to mutations: whoever may not call one never sees its. */
const PAYLOADS = everyone({
  AssessmentPayload: 'assessment userErrors',
  CaseCountPayload: 'caseCount userErrors',
  CaseCount: 'unit year cases source origin',
  DocumentPayload: 'document userErrors',
  RecountPayload: 'counted userErrors',
  TallyStatementPayload: 'statement userErrors',
  UserError: 'code path message',
});

/** Who may read and do what of the programmes for rural communes. */
export const RURAL_SECURITY_FIELDS: readonly FieldPolicy[] = [
  ...PUBLISHED,
  ...pagesOf('ImportJob', 'AssessmentEntry', 'CommuneAtRisk', 'Document', 'PopulationChange', 'Regression'),
  ...pagesOf('StatementChange', 'WorkItem'),
  ...OF_STAFF,
  ...NAMES,
  ...IMPORTS,
  ...CALLER,
  ...TALLY_CHECKS,
  ...STEPS,
  ...PAYLOADS,
];
