import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, payloadOf, signIn, unitIdOf } from './officer';
import type { TestSystem } from './test-system';

export const WARD = `{
  state label version year registeredOn criteriaAsked allMet notMet reason enteredFor proposedOn
  criteriaSet { id } criteria { number }
  selfScore { met asked scoredYear printedMet printedDiffers scoredBy }
  appraisedScore { met asked scoredYear printedMet printedDiffers scoredBy }
  recognition { year decisionNumber decidedOn issuer } recognitions { year decisionNumber }
  revocation { decisionNumber decidedOn }
  history { version state selfPrintedMet appraisedPrintedMet recordedBy recordedTo }
}`;

/** A step by its name in the graph: `registerModelWard` takes a `RegisterModelWardInput`. */
const INPUTS = {
  registerModelWard: 'RegisterModelWardInput',
  beginModelWard: 'ModelWardStepInput',
  selfScoreModelWard: 'SelfScoreModelWardInput',
  returnModelWard: 'ModelWardReasonInput',
  appraiseModelWard: 'AppraiseModelWardInput',
  proposeModelWard: 'ModelWardStepInput',
  recogniseModelWard: 'RecogniseModelWardInput',
  reRecogniseModelWard: 'RecogniseModelWardInput',
  revokeModelWard: 'RevokeModelWardInput',
  withdrawModelWard: 'ModelWardReasonInput',
} as const;
export type StepName = keyof typeof INPUTS;

export interface StepAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers of many shapes
  readonly modelWard: any;
  readonly userErrors: { code: string; path: string[]; message: string }[];
}

/** Who acts in a life: a province's two officers, and the ministry. */
export interface WardOfficers {
  readonly enterer: Officer;
  readonly appraiser: Officer;
  readonly minister: Officer;
}

export async function signInWardOfficers(system: TestSystem, provinceCode: string, day: string): Promise<WardOfficers> {
  const scope = await unitIdOf(system, 'PROVINCE', provinceCode, day);
  return {
    enterer: await signIn(system, { subject: 'enterer', role: Role.COMMUNE_OFFICER, scope }),
    appraiser: await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope }),
    minister: await signIn(system, { subject: 'minister', role: Role.RECOGNISER, scope: 'VN' }),
  };
}

export async function takeWardStep(who: Officer, name: StepName, input: object): Promise<StepAnswer> {
  const query = `mutation Step($input: ${INPUTS[name]}!) {
    payload: ${name}(input: $input) { userErrors { code path message } modelWard ${WARD} }
  }`;
  return { modelWard: null, ...payloadOf(await who.ask(query, { input }), 'payload') };
}

export function criteria(asked: number, missing: readonly number[] = []) {
  return Array.from({ length: asked }, (_, index) => ({
    number: index + 1,
    verdict: missing.includes(index + 1) ? 'NOT_MET' : 'MET',
  }));
}

export const DECISION = { decisionNumber: '12/QĐ-BCA', decidedOn: '2024-05-02', issuer: 'Bộ trưởng Bộ Công an' };

const WAY: readonly { step: StepName; by: keyof WardOfficers; state: string; rest?: object }[] = [
  { step: 'registerModelWard', by: 'enterer', state: 'REGISTERED' },
  { step: 'beginModelWard', by: 'enterer', state: 'UNDER_WAY' },
  {
    step: 'selfScoreModelWard',
    by: 'enterer',
    state: 'SELF_SCORED',
    rest: { criteria: criteria(22), enteredFor: 'Công an phường' },
  },
  { step: 'appraiseModelWard', by: 'appraiser', state: 'APPRAISED', rest: { acceptSelfScored: true } },
  { step: 'proposeModelWard', by: 'appraiser', state: 'PROPOSED' },
  { step: 'recogniseModelWard', by: 'minister', state: 'RECOGNISED', rest: DECISION },
];

/** Leads a ward for 2023 from nothing to a state, step by step over the API. */
export async function leadTo(
  officers: WardOfficers,
  unitCode: string,
  state: string,
  registeredOn = '2023-03-01',
): Promise<StepAnswer> {
  let version: number | null = null;
  for (const { step, by, state: reached, rest } of WAY) {
    const first = version === null ? { registeredOn } : {};
    const input = { unitCode, year: 2023, expectedVersion: version, ...first, ...rest };
    const answer = await takeWardStep(officers[by], step, input);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    if (reached === state) return answer;
    version = answer.modelWard.version;
  }
  throw new Error(`${state} is not on the way to recognition`);
}

/** Codes of wards of a province on a day. */
export async function wardCodesOf(system: TestSystem, provinceCode: string, day: string): Promise<string[]> {
  const rows = await system.database.query<{ code: string }>(
    `select w.code from model_ward.register_unit_version w
     join model_ward.register_unit_version p on p.unit_id = w.province_id and p.code = $1 and p.valid @> $2::date
     where w.kind = 'WARD' and w.valid @> $2::date order by w.code`,
    [provinceCode, day],
  );
  return rows.map(({ code }) => code);
}
