import { everyone, type FieldPolicy, namesOfPeople, only, pagesOf, STAFF } from '@tieuchi/subgraph-kit';
import { rolesOf } from './ward-life/step';

const STANDING =
  'countedAs required held shortfall fulfilled pending verdict share allowance allowanceUsed sentence origin';

/** Rules, quotas, what was published of wards; of one ward: since when it takes part, and what was recognised. */
const PUBLISHED = everyone({
  AdministrativeUnit: 'id modelWard modelWardQuota carriedModelWardQuota',
  Query: `modelWardCriteriaSets publishedModelWards publishedModelWardFigures quotaRules quotaCheck quotaRanking`,
  ModelWard: 'year registeredOn criteriaAsked criteriaSet recognition recognitions revocation origin',
  ModelWardRecognition: 'year decisionNumber decidedOn issuer revoked',
  ModelWardRevocation: 'decisionNumber decidedOn issuer',
  ModelWardCriteriaSet: 'id status source note years criteriaCount groupCount criteria topics scoring title',
  ModelWardYear: 'year countedOn',
  ModelWardCriterion: 'number status source text',
  ModelWardTopic: 'textEn source',
  ModelWardScoring: 'official note points',
  CriterionPoints: 'number points',
  ModelWardQuota: STANDING,
  QuotaShare: 'percent of words',
  CarriedQuota: `${STANDING} units`,
  PublishedModelWard: 'id unit criteriaSet met asked qualifier asOf note source origin',
  PublishedModelWardFigure: 'id unit counts printed parts sumOfParts differs quota asOf note source origin',
  QuotaRule: `id source sourceDate words reading status deadline map counts by validityYears countedOn notKnown title`,
  QuotaCheck: 'rule required held shortfall fulfilled origin sentences standings carried',
  QuotaStanding: `${STANDING} unit`,
  CarriedCheck: 'map required held shortfall fulfilled unplaced standings',
  CarriedStanding: `${STANDING} units unit`,
  QuotaRanking: 'rule places undecided',
  QuotaPlace: `${STANDING} unit rank tied`,
});

/** How far a ward has come, its scorecard, and lists that would tell it. */
const OF_STAFF = only(STAFF, {
  Query: 'modelWards quotaWards',
  ModelWard: 'state label version selfScore appraisedScore criteria notMet allMet proposedOn reason history',
  ModelWardEntry: 'unit modelWard',
  ModelWardScore: 'met asked scoredYear printedMet printedDiffers scoredOn',
  CriterionScore: 'number text verdict selfScored appraised',
  CriterionStatement: 'verdict explanation evidence',
  ModelWardEvidence: 'sha256 url note',
  ModelWardRevision: `version state year selfMet selfPrintedMet appraisedMet appraisedPrintedMet recognisedForYear
    decisionNumber decidedOn reason recordedFrom recordedTo`,
  QuotaWard: 'unit under state registeredOn recognisedForYear counts reason sentence origin',
});

const NAMES = namesOfPeople({
  ModelWard: 'enteredFor',
  ModelWardScore: 'scoredBy',
  ModelWardRevision: 'recordedBy enteredFor',
});

/** Which step begins where, and whose it is there, its own table says; this says who takes it at all. */
const STEPS = [
  ...only(rolesOf('REGISTER'), { Mutation: 'registerModelWard' }),
  ...only(rolesOf('BEGIN'), { Mutation: 'beginModelWard' }),
  ...only(rolesOf('SELF_SCORE'), { Mutation: 'selfScoreModelWard' }),
  ...only(rolesOf('RETURN'), { Mutation: 'returnModelWard' }),
  ...only(rolesOf('APPRAISE'), { Mutation: 'appraiseModelWard' }),
  ...only(rolesOf('PROPOSE'), { Mutation: 'proposeModelWard' }),
  ...only(rolesOf('RECOGNISE'), { Mutation: 'recogniseModelWard' }),
  ...only(rolesOf('RE_RECOGNISE'), { Mutation: 'reRecogniseModelWard' }),
  ...only(rolesOf('REVOKE'), { Mutation: 'revokeModelWard' }),
  ...only(rolesOf('WITHDRAW'), { Mutation: 'withdrawModelWard' }),
];

/** The answers to mutations: whoever may not call one never sees its. */
const PAYLOADS = everyone({ ModelWardPayload: 'modelWard userErrors', UserError: 'code path message' });

/** Who may read and do what of the pilot wards. */
export const MODEL_WARD_FIELDS: readonly FieldPolicy[] = [
  ...PUBLISHED,
  ...pagesOf('ModelWardEntry', 'QuotaWard'),
  ...OF_STAFF,
  ...NAMES,
  ...STEPS,
  ...PAYLOADS,
];
