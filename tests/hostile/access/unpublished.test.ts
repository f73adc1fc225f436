import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../../support/officer';
import { type GraphqlAnswer, startTestSystem, type TestSystem } from '../../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const step = (name: string, type: string) =>
  `mutation Step($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code message } assessment { version } } }`;
const SAVE = step('saveAssessment', 'EnterAssessmentInput');
const SUBMIT = step('submitAssessment', 'EnterAssessmentInput');
const APPRAISE = step('appraiseAssessment', 'AppraiseAssessmentInput');
const ITEMS = Array.from({ length: 8 }, (_, index) => ({
  number: index + 1,
  verdict: index === 4 ? 'NOT_MET' : 'MET',
  explanation: 'có hồ sơ',
}));

let system: TestSystem;
/** Communes of one district: with a draft, sent, failed by appraisal in content 5, and with nothing at all. */
let draft: string;
let sent: string;
let failed: string;
let silent: string;
let district: string;
/** Signs in, but holds for another part of the country; a commune officer, an appraiser, a viewer. */
let strangers: Officer[];
let strangeAppraiser: Officer;
let own: Officer;
let someone: Officer;

beforeAll(async () => {
  system = await startTestSystem('real');
  const rows = await system.database.query<{ code: string; district_id: string; district: string }>(
    `select c.code, c.district_id, d.code as district from rural_security.register_unit_version c
     join rural_security.register_unit_version p on p.unit_id = c.province_id and p.code = '19' and p.valid @> $1::date
     join rural_security.register_unit_version d on d.unit_id = c.district_id and d.valid @> $1::date
     where c.kind = 'RURAL_COMMUNE' and c.valid @> $1::date order by c.district_id, c.code limit 4`,
    [DAY],
  );
  [draft, sent, failed, silent] = rows.map(({ code }) => code) as [string, string, string, string];
  district = rows[0]!.district;
  const [here, elsewhere] = await Promise.all(['19', '01'].map((code) => unitIdOf(system, 'PROVINCE', code, DAY)));
  own = await signIn(system, { subject: 'own', role: Role.COMMUNE_OFFICER, scope: here as string });
  someone = await signIn(system, { subject: 'someone', role: Role.PUBLIC, scope: 'VN' });
  const roles = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.VIEWER];
  strangers = await Promise.all(
    roles.map((role) => signIn(system, { subject: `strange ${role}`, role, scope: elsewhere as string })),
  );
  strangeAppraiser = strangers[1] as Officer;
}, 60_000);
afterAll(() => system.stop());

const about = (unitCode: string, expectedVersion: number | null, rest: object = {}) => ({
  input: { unitCode, indicator: INDICATOR, year: 2025, expectedVersion, ...rest },
});

async function record(): Promise<void> {
  const here = await unitIdOf(system, 'PROVINCE', '19', DAY);
  const appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope: here });
  for (const [who, mutation, input] of [
    [own, SAVE, about(draft, null, { items: ITEMS.slice(0, 2), enteredFor: 'Nguyễn Văn A' })],
    [
      own,
      SUBMIT,
      about(sent, null, { items: ITEMS.map((item) => ({ ...item, verdict: 'MET' })), enteredFor: 'Nguyễn Văn A' }),
    ],
    [own, SUBMIT, about(failed, null, { items: ITEMS, enteredFor: 'Nguyễn Văn A' })],
    [appraiser, APPRAISE, about(failed, 1, { items: ITEMS })],
  ] as const) {
    const { data, text } = await who.ask(mutation, input);
    if (data?.payload?.userErrors?.length !== 0) throw new Error(text);
  }
}

/** Everything that everybody may ask about a unit. */
const PUBLISHED = `query Published($code: String!) @asOf(map: "${DAY}") {
  commune(code: $code) {
    assessment(indicator: "${INDICATOR}", year: 2025) {
      state verdict unknownReason appraisedOn confirmedOn decisionNumber countedOn note origin decision { number }
    }
  }
}`;
const COUNTS = `query Counts($code: String!) @asOf(map: "${DAY}") {
  unit: district(code: $code) {
    securityTallies(indicator: "${INDICATOR}", year: 2025) { met notMet unknown total unplaced selfAssessedMet }
    attainment(indicator: "${INDICATOR}", year: 2025) {
      met notMet unknown total unknownByReason { reason count } selfAssessedMet verdict answer explanation { key value text }
      unitsToChange { toAttainFromUnknown }
    }
    attainmentSeries(indicator: "${INDICATOR}") { year attainment { unknownByReason { reason count } selfAssessedMet answer } }
  }
}`;
const shownOf = async (who: Officer, code: string) => {
  const { data, errors } = await who.ask(PUBLISHED, { code });
  expect(errors).toBeUndefined();
  return data.commune.assessment;
};

test('counts below the province do not move for strangers while others write drafts and send them', async () => {
  const before = await Promise.all([someone, ...strangers].map((who) => who.ask(COUNTS, { code: district })));
  const ownBefore = await own.ask(COUNTS, { code: district });
  await record();
  for (const [index, who] of [someone, ...strangers].entries()) {
    const { data } = await who.ask(COUNTS, { code: district });
    const { met, notMet, unknownByReason, selfAssessedMet } = data.unit.attainment;
    // the appraised result alone came in
    expect([met, notMet, selfAssessedMet]).toEqual([0, 1, null]);
    expect(unknownByReason).toEqual([{ reason: 'NOT_PUBLISHED', count: data.unit.attainment.unknown }]);
    expect(data.unit.securityTallies[0].selfAssessedMet).toBeNull();
    expect(JSON.stringify(data)).not.toMatch(/DRAFT|AWAITING|tự đánh giá/);
    const blank = before[index]!.data.unit.attainment;
    expect(blank.unknownByReason).toEqual([{ reason: 'NOT_PUBLISHED', count: blank.unknown }]);
  }
  const after = await own.ask(COUNTS, { code: district });
  expect(after.data.unit.attainment.unknownByReason).toContainEqual({ reason: 'IN_DRAFT', count: 1 });
  expect(after.data.unit.attainment.selfAssessedMet).toBe(1);
  expect(after.data).not.toEqual(ownBefore.data);
});

test('what officers of one province recorded is in the country’s counts, though they may write none of those rows', async () => {
  const { data } = await system.ask(
    `query Q @asOf(map: "${DAY}") { country { attainment(indicator: "${INDICATOR}", year: 2025) { met notMet selfAssessedMet unknownByReason { reason count } } } }`,
  );
  const { notMet, selfAssessedMet, unknownByReason } = data.country.attainment;
  expect([notMet, selfAssessedMet]).toEqual([1, 1]);
  expect(unknownByReason).toEqual(
    expect.arrayContaining([
      { reason: 'IN_DRAFT', count: 1 },
      { reason: 'AWAITING_APPRAISAL', count: 1 },
    ]),
  );
  const tables = await system.database.query<{ name: string; forced: boolean; owner: string; writable: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as forced, relowner::regrole::text as owner,
       has_table_privilege('rural_security_app', oid, 'insert, update, delete') as writable
     from pg_class where oid in ('rural_security.assessment'::regclass, 'rural_security.security_tally'::regclass) order by 1`,
  );
  expect(tables).toEqual([
    { name: 'assessment', forced: true, owner: 'rural_security_owner', writable: true },
    { name: 'security_tally', forced: true, owner: 'rural_security_owner', writable: false },
  ]);
});

test('a commune with a draft, one that sent it and one with nothing look alike to strangers', async () => {
  for (const who of [someone, ...strangers]) {
    const [one, two, three] = await Promise.all([draft, sent, silent].map((code) => shownOf(who, code)));
    expect(one).toMatchObject({ state: 'NOT_PUBLISHED', verdict: 'UNKNOWN', unknownReason: 'NOT_PUBLISHED' });
    expect([two, three]).toEqual([one, one]);
  }
  expect(await shownOf(own, draft)).toMatchObject({ state: 'DRAFT', unknownReason: 'IN_DRAFT' });
});

test('an appraised failure is everybody’s to see, but which content failed is not the public’s', async () => {
  expect(await shownOf(someone, failed)).toMatchObject({ state: 'APPRAISED', verdict: 'NOT_MET' });
  const private_ = [
    'items { number verdict }',
    'items { appraised { verdict } }',
    'explanation { key value }',
    'history { state }',
    'reason',
    'warnings { code }',
    'selfAssessedVerdict',
    'alias: items { verdict }',
    '... on Assessment { items { number } }',
  ];
  for (const field of private_) {
    const { data, errors } = await someone.ask(
      `query Q @asOf(map: "${DAY}") { commune(code: "${failed}") { assessment(indicator: "${INDICATOR}", year: 2025) { verdict ${field} } } }`,
    );
    expect([field, data?.commune?.assessment ?? null]).toEqual([field, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
  }
});

test('lists that tell which content failed are not the public’s, by filter, order or count', async () => {
  const lists = [
    `assessments(within: "P", indicator: "${INDICATOR}", year: 2025, filter: { failingItem: 5 }, first: 1) { totalCount }`,
    `assessments(within: "P", indicator: "${INDICATOR}", year: 2025, orderBy: MISSING_ITEMS, first: 1) { edges { cursor } }`,
    `regressions(within: "P", indicator: "${INDICATOR}", year: 2025, first: 1) { totalCount }`,
    `communesAtRisk(within: "P", indicator: "${INDICATOR}", year: 2025, first: 1) { totalCount }`,
    `workSummary(within: "P", indicator: "${INDICATOR}", year: 2025) { reason count }`,
    `documents(first: 1) { totalCount }`,
  ];
  for (const list of lists) {
    const { errors } = await someone.ask(`query Q @asOf(map: "${DAY}") { ${list} }`);
    expect([list, errors?.map(({ extensions }) => extensions.code)]).toEqual([list, ['FORBIDDEN']]);
  }
});

test('what is refused does not depend on what there is', async () => {
  const ask = (code: string) =>
    someone.ask(
      `query Q($code: String!) @asOf(map: "${DAY}") { commune(code: $code) { assessment(indicator: "${INDICATOR}", year: 2025) { items { number } } } }`,
      { code },
    );
  const answers = await Promise.all([draft, failed, silent].map(ask));
  const said = ({ status, text }: GraphqlAnswer) => [status, text.replace(/"snapshot":"[^"]*"/, '')];
  expect(said(answers[1] as GraphqlAnswer)).toEqual(said(answers[0] as GraphqlAnswer));
  expect(said(answers[2] as GraphqlAnswer)).toEqual(said(answers[0] as GraphqlAnswer));
});

test('lists of a stranger show no draft, and find none by state, reason, order or count', async () => {
  const province = await unitIdOf(system, 'PROVINCE', '19', DAY);
  const list = (filter: string, order = 'CODE') => `query Q @asOf(map: "${DAY}") {
    list: assessments(within: "${province}", indicator: "${INDICATOR}", year: 2025, filter: ${filter}, orderBy: ${order}, first: 50) {
      totalCount nodes { unit { code } assessment { state unknownReason selfAssessedVerdict version submittedOn } } } }`;
  for (const who of strangers) {
    for (const filter of [
      '{states:[DRAFT,SUBMITTED,RETURNED,NOT_STARTED]}',
      '{unknownReasons:[IN_DRAFT,AWAITING_APPRAISAL,NOT_STARTED]}',
    ]) {
      const { data } = await who.ask(list(filter));
      expect([filter, data.list.totalCount]).toEqual([filter, 0]);
    }
    const { data: late } = await who.ask(list('{late:true}'));
    expect(late.list.nodes.map((node: { unit: { code: string } }) => node.unit.code)).toEqual([failed]);
    const { data } = await who.ask(list('{}', 'SUBMITTED_ON'));
    const unpublished = data.list.nodes.filter((node: { unit: { code: string } }) => node.unit.code !== failed);
    const assessments = new Set(
      unpublished.map(({ assessment }: { assessment: object }) => JSON.stringify(assessment)),
    );
    expect([...assessments]).toEqual([
      '{"state":"NOT_PUBLISHED","unknownReason":"NOT_PUBLISHED","selfAssessedVerdict":null,"version":0,"submittedOn":null}',
    ]);
    const work = await who.ask(
      `query Q @asOf(map: "${DAY}") { work: workSummary(within: "${province}", indicator: "${INDICATOR}", year: 2025) { reason } }`,
    );
    expect(work.data.work).toEqual([{ reason: 'NOT_PUBLISHED' }]);
  }
  const { data } = await own.ask(list('{states:[DRAFT]}'));
  expect(data.list.totalCount).toBe(1);
});

test('a step on a unit elsewhere is refused in the same words whatever was recorded there', async () => {
  const outcomes = await Promise.all(
    [draft, sent, silent].flatMap((code) =>
      [null, 1, 7].map(async (version) => {
        const { data, errors } = await strangeAppraiser.ask(SUBMIT, about(code, version, { items: ITEMS }));
        const said = data?.payload?.userErrors?.[0] ?? errors?.[0];
        const { code: word, message } = { code: said.extensions?.code ?? said.code, message: said.message };
        return `${word} ${message.replaceAll(/(xã|Xã|thị trấn|Thị trấn) [^.;,]*?(?= (is|lies|does|of)\b)/g, 'UNIT')}`;
      }),
    ),
  );
  expect(outcomes[0]).toMatch(/^FORBIDDEN/);
  expect(new Set(outcomes.map((outcome) => outcome.replaceAll(/"[^"]*"|\d{5}/g, '…'))).size).toBe(1);
});

test('a form of units elsewhere brings what is published, and no draft', async () => {
  const { token } = strangeAppraiser;
  const response = await fetch(
    `${system.url}/forms/assessments.csv?unit=${district}&indicator=${encodeURIComponent(INDICATOR)}&year=2025&step=SUBMIT`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const text = await response.text();
  expect(response.status).toBe(200);
  const rowOf = (code: string) => text.split('\n').find((line) => line.includes(code)) ?? '';
  const shape = (line: string) => line.split(',').slice(4).join(',');
  expect(shape(rowOf(failed))).toMatch(/^Đ,Đ,Đ,Đ,C,/);
  expect(shape(rowOf(draft))).toBe(shape(rowOf(silent)));
  expect(shape(rowOf(sent))).toBe(shape(rowOf(silent)));
});

test('many callers on few connections each get what is theirs', async () => {
  const asked = Array.from({ length: 60 }, (_, index) => [own, someone, ...strangers][index % 5] as Officer);
  const answers = await Promise.all(
    asked.map(async (who, index) => {
      // every third one fails in its transaction
      if (index % 3 === 2) await who.ask(PUBLISHED.replace('2025)', '1999)'), { code: draft });
      return shownOf(who, draft);
    }),
  );
  for (const [index, { state }] of answers.entries()) {
    expect([index, state]).toEqual([index, asked[index] === own ? 'DRAFT' : 'NOT_PUBLISHED']);
  }
});
