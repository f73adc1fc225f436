import { Role } from '@tieuchi/subgraph-kit';
import { putEvidence } from '../hostile/evidence/evidence-client.fixture';
import { pdfFile, sha256Of } from '../hostile/evidence/evidence-files.fixture';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import {
  criteria,
  DECISION,
  leadTo,
  type StepName,
  signInWardOfficers,
  takeWardStep,
  WARD,
  type WardOfficers,
  wardCodesOf,
} from '../support/ward-officers';
import { recordWards, wardIdsByProvince } from '../support/ward-rows';

const DAY = '2022-12-31';
let system: TestSystem;
let officers: WardOfficers;
/** Wards of Hà Nội; each test takes its own. */
let codes: string[];

beforeAll(async () => {
  system = await startTestSystem('real');
  officers = await signInWardOfficers(system, '01', DAY);
  codes = await wardCodesOf(system, '01', DAY);
}, 60_000);
afterAll(() => system.stop());

const nextCode = () => codes.shift() as string;
const about = (unitCode: string, expectedVersion: number | null, rest: object = {}) => ({
  unitCode,
  year: 2023,
  expectedVersion,
  ...rest,
});

async function refuse(who: Officer, step: StepName, input: object) {
  const { modelWard, userErrors } = await takeWardStep(who, step, input);
  expect(modelWard).toBeNull();
  expect(userErrors).toHaveLength(1);
  return userErrors[0]!;
}

async function rowsOf(code: string) {
  return system.database.query<{ state: string; open: boolean; gap: boolean }>(
    `select w.state, w.recorded_to is null as open,
       coalesce(w.recorded_to <> lead(w.recorded_from) over (order by w.recorded_from), false) as gap
     from model_ward.pilot_ward w
     where w.ward_id in (select unit_id from model_ward.register_unit_version v where v.code = $1 and v.valid @> $2::date)
     order by w.recorded_from`,
    [code, DAY],
  );
}

describe('the life of a model ward', () => {
  it('leads from registration to recognition and on, each step kept and closed by the next', async () => {
    const code = nextCode();
    const { modelWard } = await leadTo(officers, code, 'RECOGNISED');
    expect(modelWard).toMatchObject({
      state: 'RECOGNISED',
      label: 'Đã công nhận (năm 2023)',
      version: 6,
      selfScore: { met: 22, asked: 22, scoredBy: 'enterer' },
      appraisedScore: { met: 22, scoredBy: 'appraiser' },
      recognition: { year: 2023, ...DECISION },
      enteredFor: 'Công an phường',
    });
    const again = { ...DECISION, decisionNumber: '2878/QĐ-BCA', decidedOn: '2025-04-22', year: 2024 };
    const renewed = await takeWardStep(officers.minister, 'reRecogniseModelWard', about(code, 6, again));
    expect(renewed.modelWard).toMatchObject({
      state: 'RE_RECOGNISED',
      label: 'Công nhận lại (năm 2024)',
      recognition: { year: 2024 },
      // nothing was scored anew: these are the numbers and the criteria of 2023
      year: 2023,
      criteriaSet: { id: 'pilot-22' },
      criteriaAsked: 22,
      appraisedScore: { met: 22, asked: 22, scoredYear: 2023 },
    });
    expect(renewed.modelWard.criteria).toHaveLength(22);
    const taken = { ...DECISION, decisionNumber: '7/QĐ-BCA', decidedOn: '2025-06-01', reason: 'không giữ được' };
    const revoked = await takeWardStep(officers.minister, 'revokeModelWard', about(code, 7, { ...taken, year: 2024 }));
    expect(revoked.modelWard).toMatchObject({
      state: 'REVOKED',
      recognition: null,
      recognitions: [{ year: 2023 }, { year: 2024 }],
      revocation: { decisionNumber: '7/QĐ-BCA' },
    });
    expect(revoked.modelWard.history.map(({ state }: { state: string }) => state)).toEqual([
      'REGISTERED',
      'UNDER_WAY',
      'SELF_SCORED',
      'APPRAISED',
      'PROPOSED',
      'RECOGNISED',
      'RE_RECOGNISED',
      'REVOKED',
    ]);
    const rows = await rowsOf(code);
    expect(rows.map(({ open }) => open)).toEqual([...Array(7).fill(false), true]);
    expect(rows.some(({ gap }) => gap)).toBe(false);
  });

  it('keeps 21 of 22 from being proposed, and names the one that is missing', async () => {
    const code = nextCode();
    await leadTo(officers, code, 'SELF_SCORED');
    await takeWardStep(officers.appraiser, 'appraiseModelWard', about(code, 3, { criteria: criteria(22, [1]) }));
    const refusal = await refuse(officers.appraiser, 'proposeModelWard', about(code, 4));
    expect(refusal).toMatchObject({ code: 'CRITERIA_NOT_MET', path: [] });
    expect(refusal.message).toContain('21 of 22 criteria are met as appraised, and all must be; not met: 1 (Trụ sở)');
    const corrected = { criteria: [{ number: 1, verdict: 'MET', explanation: 'đã bàn giao trụ sở' }] };
    await takeWardStep(officers.appraiser, 'appraiseModelWard', about(code, 4, corrected));
    const { modelWard } = await takeWardStep(officers.appraiser, 'proposeModelWard', about(code, 5));
    expect(modelWard).toMatchObject({ state: 'PROPOSED', allMet: true, notMet: [] });
  });

  it('keeps a total that the paper prints, and flags that its criteria add up to another', async () => {
    const code = nextCode();
    await leadTo(officers, code, 'UNDER_WAY');
    const printed = { criteria: criteria(22, [1]), printedMet: 22, enteredFor: 'Công an phường' };
    const { modelWard } = await takeWardStep(officers.enterer, 'selfScoreModelWard', about(code, 2, printed));
    expect(modelWard.selfScore).toMatchObject({ met: 21, printedMet: 22, printedDiffers: true });
    const paper = about(code, 3, { acceptSelfScored: true, printedMet: 22 });
    await takeWardStep(officers.appraiser, 'appraiseModelWard', paper);
    const correction = about(code, 4, { criteria: [{ number: 2, verdict: 'NOT_MET' }] });
    const corrected = await takeWardStep(officers.appraiser, 'appraiseModelWard', correction);
    expect(corrected.modelWard.appraisedScore).toMatchObject({ met: 20, printedMet: 22, printedDiffers: true });
    const printedTotals = corrected.modelWard.history.map(
      (step: { selfPrintedMet: number | null; appraisedPrintedMet: number | null }) => [
        step.selfPrintedMet,
        step.appraisedPrintedMet,
      ],
    );
    expect(printedTotals.slice(2)).toEqual([
      [22, null],
      [22, 22],
      [22, 22],
    ]);
    const slip = about(code, 5, { printedMet: 2_147_483_647 });
    const refusal = await refuse(officers.appraiser, 'appraiseModelWard', slip);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: ['printedMet'] });
  });

  it('keeps files and links that a criterion rests on, and refuses those that nobody sent', async () => {
    const code = nextCode();
    await leadTo(officers, code, 'UNDER_WAY');
    const file = pdfFile();
    const sha256 = sha256Of(file);
    const input = (evidence: object) =>
      about(code, 2, { enteredFor: 'Công an phường', criteria: [{ number: 2, verdict: 'MET', evidence: [evidence] }] });
    const missing = await refuse(officers.enterer, 'selfScoreModelWard', input({ sha256 }));
    expect(missing).toMatchObject({ code: 'EVIDENCE_NOT_FOUND', path: ['criteria'] });
    const both = await refuse(officers.enterer, 'selfScoreModelWard', input({ sha256, url: 'https://x.vn' }));
    expect(both).toMatchObject({ code: 'BAD_USER_INPUT', path: ['criteria', '0', 'evidence', '0'] });
    const sent = await putEvidence(system, file, { query: '?service=model-ward' });
    expect(sent.status).toBe(201);
    const { userErrors } = await takeWardStep(officers.enterer, 'selfScoreModelWard', input({ sha256, note: 'ảnh' }));
    expect(userErrors).toEqual([]);
    const links = await system.database.query('select criterion_number, sha256 from model_ward.ward_evidence');
    expect(links).toEqual([{ criterion_number: 2, sha256 }]);
  });
});

describe('a step that is refused', () => {
  it('says why and where, and writes nothing', async () => {
    const code = nextCode();
    await leadTo(officers, code, 'REGISTERED');
    const before = await rowsOf(code);
    const cases: [Officer, StepName, object, string, string[]][] = [
      [officers.minister, 'recogniseModelWard', about(code, 1, DECISION), 'WRONG_STATE', []],
      [officers.enterer, 'registerModelWard', about('99999', null), 'UNIT_NOT_FOUND', ['unitCode']],
      [officers.enterer, 'beginModelWard', about(code, 1, { year: 2030 }), 'YEAR_NOT_FOUND', ['year']],
      [officers.enterer, 'beginModelWard', about(code, 5), 'STALE_VERSION', ['expectedVersion']],
      [officers.minister, 'beginModelWard', about(code, 1), 'FORBIDDEN', []],
      [officers.enterer, 'withdrawModelWard', about(code, 1, { reason: ' ' }), 'REASON_REQUIRED', ['reason']],
      [officers.enterer, 'withdrawModelWard', about(code, 1, { reason: 'a\u0000' }), 'BAD_USER_INPUT', ['reason']],
    ];
    for (const [who, step, input, expected, path] of cases) {
      expect([step, await refuse(who, step, input)]).toMatchObject([step, { code: expected, path }]);
    }
    expect(await rowsOf(code)).toEqual(before);
  });

  it('tells a ward of another map from a code that never was, and a rural commune from a ward', async () => {
    const [code] = await wardCodesOf(system, '01', '2025-07-01');
    const [ended] = await system.database.query<{ code: string; name: string }>(
      `select v.code, v.name from model_ward.register_unit_version v where v.kind = 'WARD' and upper(v.valid) is not null
         and not exists (select from model_ward.register_unit_version o where o.code = v.code and o.valid @> date '2025-06-30')
       limit 1`,
    );
    expect(code).toBeDefined();
    const other = await refuse(officers.enterer, 'registerModelWard', { unitCode: ended!.code, year: 2025 });
    expect(other.code).toBe('UNIT_NOT_FOUND');
    expect(other.message).toContain(`it is ${ended!.name} until`);
    const [rural] = await system.database.query<{ code: string }>(
      `select code from model_ward.register_unit_version where kind = 'RURAL_COMMUNE' and valid @> date '2022-12-31' limit 1`,
    );
    const commune = await refuse(officers.enterer, 'registerModelWard', about(rural!.code, null));
    expect(commune).toMatchObject({ code: 'NOT_IN_POPULATION', path: ['unitCode'] });
  });

  it('is one of another province: scope is the part of the country that a role holds for', async () => {
    const [elsewhere] = await wardCodesOf(system, '48', DAY);
    const refusal = await refuse(officers.enterer, 'registerModelWard', about(elsewhere as string, null));
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', path: ['unitCode'] });
    const scope = await unitIdOf(system, 'PROVINCE', '01', DAY);
    const viewer = await signIn(system, { subject: 'viewer', role: Role.VIEWER, scope });
    expect(await refuse(viewer, 'registerModelWard', about(nextCode(), null))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is an appraisal by whoever scored it', async () => {
    const code = nextCode();
    await leadTo(officers, code, 'UNDER_WAY');
    const both = await signIn(system, { subject: 'both', role: Role.APPRAISER, scope: officers.appraiser.scope });
    const scores = about(code, 2, { criteria: criteria(22), enteredFor: 'Công an phường' });
    await takeWardStep(both, 'selfScoreModelWard', scores);
    const own = about(code, 3, { acceptSelfScored: true });
    expect(await refuse(both, 'appraiseModelWard', own)).toMatchObject({ code: 'OWN_SUBMISSION' });
  });
});

describe('two people at once', () => {
  it.each(['REGISTERED', 'SELF_SCORED'])('at %s: one step is taken, the other is told to read again', async (state) => {
    const code = nextCode();
    if (state === 'SELF_SCORED') await leadTo(officers, code, state);
    const [step, who, rest, version] =
      state === 'REGISTERED'
        ? (['registerModelWard', officers.enterer, { registeredOn: '2023-03-01' }, null] as const)
        : (['appraiseModelWard', officers.appraiser, { acceptSelfScored: true }, 3] as const);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => takeWardStep(who, step, about(code, version, rest))),
    );
    expect(answers.filter(({ modelWard }) => modelWard !== null)).toHaveLength(1);
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused.map(({ code: name }) => name)).toEqual(Array(5).fill('STALE_VERSION'));
    const rows = await rowsOf(code);
    expect(rows.filter(({ open }) => open)).toHaveLength(1);
    expect(rows).toHaveLength(state === 'REGISTERED' ? 1 : 4);
  });
});

describe('the list of model wards', () => {
  const LIST = `query List($within: ID, $states: [ModelWardState!], $year: Int, $first: Int!, $after: String, $map: Date) @asOf(map: $map) {
    modelWards(within: $within, states: $states, year: $year, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { unit { code } modelWard ${WARD} }
    }
  }`;
  const list = async (variables: object) => {
    const { data, errors } = await system.ask(LIST, { first: 500, map: DAY, ...variables });
    expect(errors).toBeUndefined();
    return data.modelWards;
  };

  it('pages by code without loss or repetition, at the same number of statements for each page', async () => {
    const all = await list({});
    expect(all.nodes.length).toBe(all.totalCount);
    expect(all.totalCount).toBeGreaterThan(5);
    const seen: string[] = [];
    const costs = new Set<number>();
    for (let after: string | null = null, more = true; more; ) {
      system.takeStatements();
      const page = await list({ first: 2, after });
      // the statements of a page: the wards, their histories, their number, and the units' names
      costs.add(system.takeStatements().length);
      seen.push(...page.nodes.map(({ unit }: { unit: { code: string } }) => unit.code));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.nodes.map(({ unit }: { unit: { code: string } }) => unit.code));
    expect(new Set(seen).size).toBe(seen.length);
    expect(costs.size).toBe(1);
    expect(Math.max(...costs)).toBeLessThanOrEqual(5);
  });

  it('is told apart by state and year, and shows no officer to the public', async () => {
    const revoked = await list({ states: ['REVOKED'] });
    expect(revoked.nodes).toHaveLength(1);
    expect(revoked.nodes[0].modelWard).toMatchObject({
      selfScore: { scoredBy: null },
      enteredFor: null,
      history: expect.arrayContaining([expect.objectContaining({ recordedBy: null })]),
    });
    expect((await list({ year: 2024 })).totalCount).toBe(1);
    expect((await list({ year: 2022 })).totalCount).toBe(0);
  });

  it('lies within the unit on the map asked, also after its ward and its district have ended', async () => {
    const everywhere = (await list({})).totalCount;
    for (const map of [DAY, '2025-06-30', '2025-07-01']) {
      const hanoi = await unitIdOf(system, 'PROVINCE', '01', map);
      const danang = await unitIdOf(system, 'PROVINCE', '48', map);
      expect([map, (await list({ within: hanoi, map })).totalCount]).toEqual([map, everywhere]);
      expect([map, (await list({ within: danang, map })).totalCount]).toEqual([map, 0]);
      expect((await list({ within: 'VN', map })).totalCount).toBe(everywhere);
    }
    const district = await unitIdOf(system, 'DISTRICT', '001', DAY);
    const inDistrict = (await list({ within: district })).totalCount;
    expect(inDistrict).toBeGreaterThan(0);
    expect(inDistrict).toBeLessThanOrEqual(everywhere);
  });

  it('follows a province that went whole into another, and leaves it where it was on the map before', async () => {
    const wards = await wardIdsByProvince(system, DAY);
    await recordWards(system, [{ wardId: wards.get('77')?.[0] as string }]);
    const within = async (code: string, map: string) =>
      (await list({ within: await unitIdOf(system, 'PROVINCE', code, map), map })).totalCount;
    expect([await within('77', DAY), await within('79', DAY)]).toEqual([1, 0]);
    expect(await within('79', '2025-07-01')).toBe(1);
  });

  it('refuses a unit of another map instead of showing an empty list', async () => {
    const district = await unitIdOf(system, 'DISTRICT', '001', DAY);
    const { errors } = await system.ask(LIST, { first: 5, within: district, map: '2025-07-01' });
    expect(errors?.[0]?.extensions.code).toBe('UNIT_NOT_FOUND');
  });
});

it('shows a ward under its unit, and as it was known on a closed day nothing of what came after', async () => {
  const code = nextCode();
  await leadTo(officers, code, 'REGISTERED');
  const ask = (knownOn: string | null) =>
    system.ask(
      `query Unit($code: String!, $knownOn: Date) @asOf(map: "${DAY}", knownOn: $knownOn) {
         commune(code: $code) { modelWard { state criteriaSet { id criteriaCount } } }
       }`,
      { code, knownOn },
    );
  expect((await ask(null)).data.commune.modelWard).toEqual({
    state: 'REGISTERED',
    criteriaSet: { id: 'pilot-22', criteriaCount: 22 },
  });
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  expect((await ask(yesterday)).data.commune.modelWard).toBeNull();
});
