import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const MAP = '2025-06-30';
const COUNTS = `attainment(indicator: "${INDICATOR}", year: 2025) {
  met notMet unknown total selfAssessedMet unknownByReason { reason count } ratePercent bounds { lowerPercent upperPercent }
  requiredCount shortfall shortfallIfUnknownsPass unitsToChange { toAttain toLose } verdict }`;
const ANSWER = `country { ${COUNTS} } province(code: "19") { ${COUNTS} districts { code ${COUNTS} }
  communes(first: 30) { nodes { code assessment(indicator: "${INDICATOR}", year: 2025) { state verdict unknownReason version
    items { number verdict } explanation { key value } } } } }`;
const NOW = `query @asOf(map: "${MAP}") { ${ANSWER} }`;
const THEN = `query Then($day: Date!) @asOf(map: "${MAP}", knownOn: $day) { ${ANSWER} }`;

let system: TestSystem;
let officer: Officer;
let appraiser: Officer;
let recogniser: Officer;
let codes: string[];
let began: string;

beforeAll(async () => {
  system = await startTestSystem('real');
  const sign = (subject: string, role: Role) => signIn(system, { subject, role, scope: 'VN' });
  officer = await sign('officer', Role.COMMUNE_OFFICER);
  appraiser = await sign('appraiser', Role.APPRAISER);
  recogniser = await sign('recogniser', Role.RECOGNISER);
  const rows = await system.database.query<{ code: string }>(
    `select v.code from rural_security.register_unit_version v
     join rural_security.register_unit_version p on p.unit_id = v.province_id and p.code = '19' and p.valid @> $1::date
     where v.kind = 'RURAL_COMMUNE' and v.valid @> $1::date order by v.code limit 6`,
    [MAP],
  );
  codes = rows.map(({ code }) => code);
  const [{ now }] = (await system.database.query<{ now: string }>('select clock_timestamp()::text as now')) as [
    { now: string },
  ];
  began = now;
}, 60_000);
afterAll(() => system.stop());

async function take(who: Officer, mutation: string, code: string | undefined, version: number | null, rest: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`.replace(/^(Submit|Save)/, 'Enter');
  const input = { unitCode: code, indicator: INDICATOR, year: 2025, expectedVersion: version, ...rest };
  const { data, errors } = await who.ask(
    `mutation Step($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
}

const items = (notMet: readonly number[] = []) =>
  Array.from({ length: 8 }, (_, index) => ({
    number: index + 1,
    verdict: notMet.includes(index + 1) ? 'NOT_MET' : 'MET',
    explanation: 'có hồ sơ',
  }));
const submit = (code: string | undefined, version: number | null = null) =>
  take(officer, 'submitAssessment', code, version, { items: items(), enteredFor: 'Công an xã' });
const appraise = (code: string | undefined, version: number, notMet: readonly number[] = []) =>
  take(appraiser, 'appraiseAssessment', code, version, { items: items(notMet) });

async function recordPaper(number: string): Promise<string> {
  const input = { number, issuedOn: '2026-01-02', issuer: 'Công an tỉnh', title: 'Quyết định' };
  const { data } = await recogniser.ask(
    'mutation Record($input: DocumentInput!) { recordDocument(input: $input) { document { id } } }',
    { input },
  );
  return data.recordDocument.document.id;
}

/** What was recorded since the beginning and is not yet of an earlier day becomes of noon of that day. */
function moveTo(day: string) {
  return system.database.query(
    `set search_path = rural_security, public; set session_replication_role = replica;
     update assessment set recorded_from = '${day}T12:00:00+07:00' where recorded_from >= '${began}';
     update assessment set recorded_to = '${day}T12:00:00+07:00' where recorded_to >= '${began}'`,
  );
}

async function answer(query: string, variables: object = {}) {
  const { data, errors } = await system.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

it('the answer as known on each closed day is the one that was given on that day', async () => {
  const [a, b, c, d, e] = codes;
  const confirmation = await recordPaper('1/QĐ');
  const revocation = await recordPaper('2/QĐ');
  const days: readonly (readonly [day: string, steps: () => Promise<unknown>])[] = [
    ['2026-01-05', () => submit(a)],
    ['2026-01-06', () => Promise.all([submit(b), submit(c), appraise(a, 1)])],
    ['2026-01-07', () => take(appraiser, 'returnAssessment', b, 1, { reason: 'thiếu biên bản' })],
    ['2026-01-08', () => take(recogniser, 'recogniseAssessment', a, 2, { decisionId: confirmation })],
    ['2026-01-09', async () => {}],
    ['2026-01-10', () => Promise.all([submit(b, 2), appraise(c, 1, [7]), submit(d)])],
    ['2026-01-12', () => take(recogniser, 'revokeAssessment', a, 3, { decisionId: revocation, reason: 'vụ việc' })],
    [
      '2026-01-13',
      () =>
        Promise.all([
          appraise(c, 2),
          appraise(b, 3),
          take(officer, 'saveAssessment', e, null, { items: items([1]), enteredFor: 'Công an xã' }),
        ]),
    ],
  ];
  const given = new Map<string, unknown>();
  for (const [day, takeSteps] of days) {
    await takeSteps();
    given.set(day, await answer(NOW));
    await moveTo(day);
  }
  expect(new Set([...given.values()].map((one) => JSON.stringify(one))).size).toBe(days.length - 1);
  for (const [day, then] of given) expect([day, await answer(THEN, { day })]).toEqual([day, then]);
  // a day on which nothing was recorded is as the one before it
  expect(await answer(THEN, { day: '2026-01-11' })).toEqual(given.get('2026-01-10'));
}, 60_000);
