import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const PAYLOAD = `{
  userErrors { code path message }
  assessment {
    state verdict unknownReason selfAssessedVerdict version late daysLate submittedOn appraisedOn confirmedOn reason
    decisionNumber decision { number issuer } submittedBy enteredFor appraisedBy
    items { number verdict selfAssessed { verdict explanation evidence { sha256 url note document { number } } } appraised { verdict reason } }
    history { version state verdict unknownReason recordedFrom recordedTo recordedBy enteredFor }
  }
}`;
const step = (name: string, type: string) =>
  `mutation Step($input: ${type}!) { payload: ${name}(input: $input) ${PAYLOAD} }`;
const SAVE = step('saveAssessment', 'EnterAssessmentInput');
const SUBMIT = step('submitAssessment', 'EnterAssessmentInput');
const RETURN = step('returnAssessment', 'ReturnAssessmentInput');
const APPRAISE = step('appraiseAssessment', 'AppraiseAssessmentInput');
const RECOGNISE = step('recogniseAssessment', 'RecogniseAssessmentInput');
const REVOKE = step('revokeAssessment', 'RevokeAssessmentInput');
const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id number } userErrors { code path message } }
}`;

let system: TestSystem;
let officer: Officer;
let appraiser: Officer;
let recogniser: Officer;
/** Rural communes of one district of Thái Nguyên, by their codes; the officer is responsible for the first. */
let codes: string[];

beforeAll(async () => {
  system = await startTestSystem('real');
  const rows = await system.database.query<{ code: string; unit_id: string; district_id: string }>(
    `select c.code, c.unit_id, c.district_id from rural_security.register_unit_version c
     join rural_security.register_unit_version p on p.unit_id = c.province_id and p.code = '19' and p.valid @> $1::date
     where c.kind = 'RURAL_COMMUNE' and c.valid @> $1::date order by c.district_id, c.code`,
    [DAY],
  );
  codes = rows.map(({ code }) => code);
  const province = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope: rows[0]!.unit_id });
  appraiser = await signIn(system, { subject: 'appraiser-a', role: Role.APPRAISER, scope: province });
  recogniser = await signIn(system, { subject: 'recogniser-a', role: Role.RECOGNISER, scope: province });
}, 60_000);
afterAll(() => system.stop());

const ALL_MET = Array.from({ length: 8 }, (_, index) => ({
  number: index + 1,
  verdict: 'MET',
  explanation: 'có hồ sơ',
}));
const about = (unitCode: string, expectedVersion: number | null, rest: object = {}) => ({
  input: { unitCode, indicator: INDICATOR, year: 2025, expectedVersion, ...rest },
});

async function take(who: Officer, query: string, variables: object) {
  const { data, errors } = await who.ask(query, variables);
  expect(errors).toBeUndefined();
  return data.payload;
}

/** A commune that appraiser-a did not enter, submitted for by somebody of the district. */
async function submitted(unitCode: string, items = ALL_MET) {
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  const helper = await signIn(system, { subject: `officer-${unitCode}`, role: Role.COMMUNE_OFFICER, scope });
  const { assessment, userErrors } = await take(
    helper,
    SUBMIT,
    about(unitCode, null, { items, enteredFor: 'Công an xã' }),
  );
  expect(userErrors).toEqual([]);
  return assessment;
}

async function recordDecision(number = '12/QĐ-CAT'): Promise<string> {
  const input = { number, issuedOn: '2026-01-15', issuer: 'Công an tỉnh', title: 'Quyết định xác nhận' };
  const { data } = await recogniser.ask(RECORD, { input });
  expect(data.recordDocument.userErrors).toEqual([]);
  return data.recordDocument.document.id;
}

async function counts(code: string | null = null) {
  const unit = code === null ? 'country' : `commune(code: "${code}")`;
  const { data } = await system.ask(
    `query @asOf(map: "${DAY}") { country { attainment(indicator: "${INDICATOR}", year: 2025) {
       met notMet unknown total unknownByReason { reason count } } } }`,
  );
  expect(unit).toBeDefined();
  return data.country.attainment;
}

describe('the life of an assessment', () => {
  it('leads from a draft over submission, return and appraisal to confirmation and revocation, each kept', async () => {
    const code = codes[0] as string;
    const before = await counts();
    const draft = await take(officer, SAVE, about(code, null, { items: ALL_MET.slice(0, 3) }));
    expect(draft).toMatchObject({
      userErrors: [],
      assessment: {
        state: 'DRAFT',
        verdict: 'UNKNOWN',
        unknownReason: 'IN_DRAFT',
        selfAssessedVerdict: 'UNKNOWN',
        version: 1,
      },
    });
    const sent = await take(officer, SUBMIT, about(code, 1, { items: ALL_MET.slice(3) }));
    expect(sent.assessment).toMatchObject({
      state: 'SUBMITTED',
      unknownReason: 'AWAITING_APPRAISAL',
      selfAssessedVerdict: 'MET',
      version: 2,
      submittedBy: 'officer-a',
      enteredFor: null,
      late: true,
    });
    expect(sent.assessment.daysLate).toBeGreaterThan(0);
    const returned = await take(appraiser, RETURN, about(code, 2, { reason: 'Thiếu biên bản' }));
    expect(returned.assessment).toMatchObject({
      state: 'RETURNED',
      unknownReason: 'RETURNED',
      reason: 'Thiếu biên bản',
    });
    await take(officer, SUBMIT, about(code, 3));
    const appraised = await take(appraiser, APPRAISE, about(code, 4, { acceptSelfAssessed: true }));
    expect(appraised.assessment).toMatchObject({
      state: 'APPRAISED',
      verdict: 'MET',
      appraisedBy: 'appraiser-a',
      version: 5,
    });
    expect(await counts()).toMatchObject({ met: before.met + 1, total: 7_692 });
    const decisionId = await recordDecision();
    const confirmed = await take(recogniser, RECOGNISE, about(code, 5, { decisionId }));
    expect(confirmed.assessment).toMatchObject({ state: 'RECOGNISED', verdict: 'MET', decisionNumber: '12/QĐ-CAT' });
    const again = await take(recogniser, REVOKE, about(code, 6, { decisionId, reason: 'Xảy ra vụ việc' }));
    expect(again).toMatchObject({ assessment: null, userErrors: [{ code: 'BAD_USER_INPUT', path: ['decisionId'] }] });
    const revocation = { decisionId: await recordDecision('14/QĐ-CAT'), reason: 'Xảy ra vụ việc' };
    const revoked = await take(recogniser, REVOKE, about(code, 6, revocation));
    expect(revoked.assessment).toMatchObject({
      state: 'REVOKED',
      verdict: 'NOT_MET',
      decision: { issuer: 'Công an tỉnh' },
    });
    expect(await counts()).toMatchObject({ met: before.met, notMet: before.notMet + 1 });
    const { history } = revoked.assessment;
    expect(history.map(({ state }: { state: string }) => state)).toEqual([
      'DRAFT',
      'SUBMITTED',
      'RETURNED',
      'SUBMITTED',
      'APPRAISED',
      'RECOGNISED',
      'REVOKED',
    ]);
    expect(history[0]).toMatchObject({ recordedBy: 'officer-a', enteredFor: null });
    expect(history[4]).toMatchObject({ recordedBy: 'appraiser-a' });
    for (const [index, revision] of history.slice(1).entries()) {
      expect(revision.recordedFrom).toBe(history[index].recordedTo);
    }
  });

  it('keeps what the unit says beside what the appraisal finds, and counts only the appraisal', async () => {
    const code = codes[1] as string;
    await submitted(code);
    const { assessment } = await take(
      appraiser,
      APPRAISE,
      about(code, 1, {
        acceptSelfAssessed: true,
        items: [{ number: 5, verdict: 'NOT_MET', explanation: 'số vụ tăng' }],
      }),
    );
    expect(assessment).toMatchObject({ verdict: 'NOT_MET', selfAssessedVerdict: 'MET' });
    expect(assessment.items[4]).toMatchObject({
      verdict: 'NOT_MET',
      selfAssessed: { verdict: 'MET', explanation: 'có hồ sơ' },
      appraised: { verdict: 'NOT_MET' },
    });
  });

  it('leaves a content that nothing is said of unknown, and with it the whole', async () => {
    const code = codes[2] as string;
    await submitted(code);
    const items = ALL_MET.slice(0, 7);
    const { assessment } = await take(appraiser, APPRAISE, about(code, 1, { items }));
    expect(assessment).toMatchObject({ state: 'APPRAISED', verdict: 'UNKNOWN', unknownReason: 'ITEM_UNKNOWN' });
    const corrected = await take(
      appraiser,
      APPRAISE,
      about(code, 2, { items: [{ number: 8, verdict: 'UNKNOWN', reason: 'NO_COMPARABLE_PREVIOUS_YEAR' }] }),
    );
    expect(corrected.assessment.unknownReason).toBe('NO_COMPARABLE_PREVIOUS_YEAR');
    const done = await take(appraiser, APPRAISE, about(code, 3, { items: [{ number: 8, verdict: 'MET' }] }));
    expect(done.assessment).toMatchObject({ verdict: 'MET', unknownReason: null });
  });

  it('marks what is entered from above with both names, and refuses to let its author appraise it', async () => {
    const code = codes[3] as string;
    const nameless = await take(appraiser, SUBMIT, about(code, null, { items: ALL_MET }));
    expect(nameless).toMatchObject({
      assessment: null,
      userErrors: [{ code: 'REASON_REQUIRED', path: ['enteredFor'] }],
    });
    const entered = await take(
      appraiser,
      SUBMIT,
      about(code, null, { items: ALL_MET, enteredFor: 'Trưởng Công an xã' }),
    );
    expect(entered.assessment).toMatchObject({ submittedBy: 'appraiser-a', enteredFor: 'Trưởng Công an xã' });
    const own = await take(appraiser, APPRAISE, about(code, 1, { acceptSelfAssessed: true }));
    expect(own).toMatchObject({ assessment: null, userErrors: [{ code: 'OWN_SUBMISSION' }] });
  });

  it('shows no officer’s name to a viewer', async () => {
    const { data } = await system.ask(
      `query @asOf(map: "${DAY}") { commune(code: "${codes[3]}") { assessment(indicator: "${INDICATOR}", year: 2025) {
         state submittedBy enteredFor appraisedBy } } }`,
    );
    expect(data.commune.assessment).toEqual({
      state: 'SUBMITTED',
      submittedBy: null,
      enteredFor: null,
      appraisedBy: null,
    });
  });

  it('answers a closed day as it was known then', async () => {
    const { data } = await system.ask(
      `query @asOf(map: "${DAY}", knownOn: "2026-01-01") { commune(code: "${codes[0]}") {
         assessment(indicator: "${INDICATOR}", year: 2025) { state version history { version recordedBy } } } }`,
    );
    expect(data.commune.assessment).toEqual({ state: 'NOT_STARTED', version: 0, history: [] });
  });
});

describe('a step that cannot be taken', () => {
  const refused = async (who: Officer, query: string, variables: object) => {
    const rows = () => system.database.query<{ count: string }>('select count(*) from rural_security.assessment');
    const before = await rows();
    const { assessment, userErrors } = await take(who, query, variables);
    expect(assessment).toBeNull();
    expect(await rows()).toEqual(before);
    return userErrors[0];
  };

  it.each([
    ['an unknown unit on that map', { unitCode: '99999' }, 'UNIT_NOT_FOUND', ['unitCode'], /99999.*2025-06-30/],
    ['a ward', { unitCode: '05443' }, 'NOT_IN_POPULATION', ['unitCode'], /05443.*outside every population/],
    ['a year outside the programme', { year: 2031 }, 'YEAR_NOT_FOUND', [], /2031.*2021, 2022/],
    ['an unknown indicator', { indicator: 'ntm/0' }, 'INDICATOR_NOT_FOUND', [], /"ntm\/0"; known/],
    [
      'a content that the set has not',
      { items: [{ number: 9, verdict: 'MET' }] },
      'ITEM_NOT_FOUND',
      ['items', '0', 'number'],
      /1 to 8/,
    ],
    [
      'a content twice',
      {
        items: [
          { number: 1, verdict: 'MET' },
          { number: 1, verdict: 'MET' },
        ],
      },
      'BAD_USER_INPUT',
      ['items', '1', 'number'],
      /twice/,
    ],
    [
      'a measure below 0',
      { items: [{ number: 1, measures: [{ name: 'a', count: -1 }] }] },
      'BAD_USER_INPUT',
      ['items', '0', 'measures'],
      /-1/,
    ],
    [
      'evidence that is two things',
      { items: [{ number: 1, verdict: 'MET', evidence: [{ url: 'https://a', note: 'b', sha256: 'c' }] }] },
      'BAD_USER_INPUT',
      ['items', '0', 'evidence', '0'],
      /one of/,
    ],
    [
      'a link that runs',
      { items: [{ number: 1, verdict: 'MET', evidence: [{ url: 'javascript:alert(1)' }] }] },
      'BAD_USER_INPUT',
      ['items', '0', 'evidence', '0'],
      /no link/,
    ],
    [
      'a file that was not sent',
      { items: [{ number: 1, verdict: 'MET', evidence: [{ sha256: 'a'.repeat(64) }] }] },
      'EVIDENCE_NOT_FOUND',
      ['items'],
      /PUT \/evidence/,
    ],
    [
      'a paper that is not there',
      { items: [{ number: 1, verdict: 'MET', evidence: [{ documentId: 'x' }] }] },
      'DOCUMENT_NOT_FOUND',
      ['items'],
      /recordDocument/,
    ],
    [
      'a version that nobody has read',
      { expectedVersion: 7 },
      'STALE_VERSION',
      ['expectedVersion'],
      /version 0, you have read 7/,
    ],
  ])('for %s is named with its place', async (_what, changed, code, path, message) => {
    const input = {
      unitCode: codes[10],
      indicator: INDICATOR,
      year: 2025,
      enteredFor: 'Công an xã',
      items: [],
      ...changed,
    };
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    const province = await signIn(system, { subject: 'officer-p', role: Role.COMMUNE_OFFICER, scope });
    const error = await refused(province, SAVE, { input });
    expect(error).toMatchObject({ code, path });
    expect(error.message).toMatch(message);
  });

  it('from a state that it does not begin at is told what that state is', async () => {
    const error = await refused(appraiser, APPRAISE, about(codes[11] as string, null));
    expect(error).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('NOT_STARTED') });
  });

  it('for a role that does not take it is told whose it is', async () => {
    const code = codes[4] as string;
    await submitted(code);
    const ministry = await signIn(system, { subject: 'm', role: Role.MINISTRY, scope: 'VN' });
    for (const [who, query, input] of [
      [officer, APPRAISE, about(code, 1)],
      [ministry, RETURN, about(code, 1, { reason: 'x' })],
    ] as const) {
      const { data, errors } = await who.ask(query, input);
      expect(data?.payload ?? null).toBeNull();
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('is for APPRAISER'),
          extensions: expect.objectContaining({ code: 'FORBIDDEN' }),
        }),
      ]);
    }
    const recogniser = await signIn(system, { subject: 'r', role: Role.RECOGNISER, scope: 'VN' });
    expect(await refused(recogniser, RETURN, about(code, 1, { reason: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('APPRAISER'),
    });
  });

  it('needs a reason to return, a paper to confirm, and a result that is met', async () => {
    const code = codes[5] as string;
    await submitted(code);
    expect(await refused(appraiser, RETURN, about(code, 1, { reason: '  ' }))).toMatchObject({
      code: 'REASON_REQUIRED',
      path: ['reason'],
    });
    await take(appraiser, APPRAISE, about(code, 1, { items: [{ number: 6, verdict: 'NOT_MET' }] }));
    expect(await refused(recogniser, RECOGNISE, about(code, 2, { decisionId: 'nothing' }))).toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    });
    const decisionId = await recordDecision('13/QĐ-CAT');
    expect(await refused(recogniser, RECOGNISE, about(code, 2, { decisionId }))).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('NOT_MET'),
    });
  });

  it('outside the own part of the country is refused, whatever the role', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '01', DAY);
    const elsewhere = await signIn(system, { subject: 'x', role: Role.COMMUNE_OFFICER, scope });
    const error = await refused(elsewhere, SAVE, about(codes[12] as string, null, { enteredFor: 'ai đó' }));
    expect(error).toMatchObject({ code: 'FORBIDDEN', path: ['unitCode'], message: expect.stringContaining('outside') });
  });

  it('for a text that cannot be kept is named with its place', async () => {
    for (const explanation of ['a\u0000b', 'a\ud800b']) {
      const items = [{ number: 1, verdict: 'MET', explanation }];
      expect(await refused(officer, SAVE, about(codes[0] as string, 7, { items }))).toMatchObject({
        code: 'BAD_USER_INPUT',
        path: ['items', '0', 'explanation'],
      });
    }
  });

  it('is none for the ministry of one province where a file would change what everybody counts', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    const ministry = await signIn(system, { subject: 'm', role: Role.MINISTRY, scope });
    const response = await fetch(`${system.url}/imports?kind=programme&dryRun=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ministry.token}` },
      body: '{}',
    });
    expect({ status: response.status, body: await response.text() }).toEqual({
      status: 403,
      body: expect.stringContaining('whole country'),
    });
  });

  it('rests on no paper of a day that is still to come', async () => {
    const input = { number: '1', issuedOn: '2099-02-20', issuer: 'a', title: 'b' };
    const { data } = await recogniser.ask(RECORD, { input });
    expect(data.recordDocument).toMatchObject({
      document: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['issuedOn'] }],
    });
  });

  it('at the same moment as another one is refused, and only one of them is kept', async () => {
    const code = codes[6] as string;
    await submitted(code);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        take(appraiser, APPRAISE, about(code, 1, { items: [{ number: 1 + index, verdict: 'NOT_MET' }] })),
      ),
    );
    expect(answers.filter(({ assessment }) => assessment !== null)).toHaveLength(1);
    const codesOf = answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code));
    expect(codesOf).toEqual(Array(4).fill('STALE_VERSION'));
  });
});
