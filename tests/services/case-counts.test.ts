import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, payloadOf, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'social-order-offences';
const DAY = '2025-06-30';
const RECORD = `mutation Record($input: CaseCountInput!) {
  recordCaseCount(input: $input) { caseCount { unit { code } year cases source origin } userErrors { code path message } }
}`;
const CHANGE = `query Change($map: Date!, $code: String!, $year: Int!, $knownOn: Date, $indicator: ID! = "${INDICATOR}") @asOf(map: $map, knownOn: $knownOn) {
  province(code: $code) { caseChange(indicator: $indicator, year: $year) {
    baselineYear baselineCases cases allowedCases excess changePercent verdict targetPercent targetSource source baselineSource origin
  } }
}`;

let system: TestSystem;
let ministry: Officer;
let appraiser: Officer;
beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  ministry = await signIn(system, { subject: 'ministry', role: Role.MINISTRY, scope: 'VN' });
  appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope });
}, 60_000);
afterAll(() => system.stop());

const input = (changed: object = {}) => ({
  input: {
    unitCode: '19',
    level: 'PROVINCE',
    indicator: INDICATOR,
    year: 2024,
    cases: 1,
    source: 'Báo cáo năm',
    ...changed,
  },
});

async function record(who: Officer, changed: object) {
  return { caseCount: null, ...payloadOf(await who.ask(RECORD, input(changed)), 'recordCaseCount') };
}

async function recorded(changed: object) {
  const { caseCount, userErrors } = await record(ministry, changed);
  expect(userErrors).toEqual([]);
  return caseCount;
}

async function changeOf(code: string, year: number, variables: object = {}) {
  const { data, errors } = await system.ask(CHANGE, { map: DAY, code, year, ...variables });
  expect(errors).toBeUndefined();
  return data.province.caseChange;
}

const heldRows = () => system.database.query('select * from rural_security.case_count order by id');

describe('the change of a number of cases', () => {
  it('is unknown without counts, never 0, and half known with one of them', async () => {
    expect(await changeOf('34', 2024)).toEqual({
      baselineYear: 2019,
      baselineCases: null,
      cases: null,
      allowedCases: null,
      excess: null,
      changePercent: null,
      verdict: 'UNKNOWN',
      targetPercent: '5',
      targetSource: expect.stringContaining('926/QĐ-TTg'),
      source: null,
      baselineSource: null,
      origin: 'RECORDED',
    });
    await recorded({ unitCode: '34', year: 2024, cases: 0 });
    expect(await changeOf('34', 2024)).toMatchObject({
      cases: 0,
      baselineCases: null,
      verdict: 'UNKNOWN',
      excess: null,
    });
    await recorded({ unitCode: '34', year: 2019, cases: 0 });
    expect(await changeOf('34', 2024)).toMatchObject({
      cases: 0,
      allowedCases: 0,
      verdict: 'MET',
      changePercent: null,
    });
  });

  it('is judged by whole cases: of 119 at most 113 are allowed', async () => {
    await recorded({ unitCode: '26', year: 2019, cases: 119, source: 'Thống kê 2019' });
    await recorded({ unitCode: '26', year: 2023, cases: 114, source: 'Báo cáo 2023' });
    await recorded({ unitCode: '26', year: 2024, cases: 113 });
    expect(await changeOf('26', 2023)).toMatchObject({
      baselineCases: 119,
      cases: 114,
      allowedCases: 113,
      excess: 1,
      changePercent: '-4.2',
      verdict: 'NOT_MET',
      source: 'Báo cáo 2023',
      baselineSource: 'Thống kê 2019',
    });
    expect(await changeOf('26', 2024)).toMatchObject({ excess: 0, changePercent: '-5.04', verdict: 'MET' });
  });

  it('of a locality with a target of its own names that one', async () => {
    expect(await changeOf('52', 2024)).toMatchObject({
      targetPercent: '5',
      targetSource: expect.stringContaining('Bình Định'),
    });
  });

  it('of a province made of whole ones adds them up, and is unknown while one of them is', async () => {
    // Thái Nguyên of today is Thái Nguyên and Bắc Kạn of before
    const parts = [
      ['19', 2019, 700],
      ['06', 2019, 300],
      ['19', 2024, 650],
    ] as const;
    for (const [unitCode, year, cases] of parts)
      await recorded({ unitCode, year, cases, source: `${unitCode} ${year}` });
    expect(await changeOf('19', 2024, { map: '2025-07-01' })).toMatchObject({
      baselineCases: 1_000,
      baselineSource: '06 2019; 19 2019',
      allowedCases: 950,
      cases: null,
      source: null,
      verdict: 'UNKNOWN',
    });
    await recorded({ unitCode: '06', year: 2024, cases: 301 });
    expect(await changeOf('19', 2024, { map: '2025-07-01' })).toMatchObject({
      cases: 951,
      excess: 1,
      verdict: 'NOT_MET',
    });
    expect(await changeOf('19', 2024)).toMatchObject({ baselineCases: 700, cases: 650, verdict: 'MET' });
  });

  it('costs one statement for all provinces, and one that knows the indicator', async () => {
    const ask = (map: string) =>
      system.ask(
        `query @asOf(map: "${map}") { country { provinces { code caseChange(indicator: "${INDICATOR}", year: 2024) { verdict cases } } } }`,
      );
    for (const map of [DAY, '2025-07-01']) {
      system.takeStatements();
      const { data } = await ask(map);
      expect(data.country.provinces.length).toBeGreaterThan(33);
      expect(system.takeStatements().filter((sql) => /case_count|i\.shape/.test(sql))).toHaveLength(2);
    }
  });

  it.each([
    ['of units, not cases', { indicator: 'ntm-2021-2025/19.2' }, 'INDICATOR_NOT_COUNTED', /social-order-offences/],
    ['that there is not', { indicator: 'x' }, 'INDICATOR_NOT_FOUND', /"x"/],
  ])('of an indicator %s is refused', async (_, changed, code, message) => {
    const { errors } = await system.ask(CHANGE, { map: DAY, code: '19', year: 2024, ...changed });
    expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
  });

  it.each([2018, 2019, 2999, -2_147_483_648, 2_147_483_647])(
    'of %d, which is not after 2019 or has not begun, is refused',
    async (year) => {
      const { errors } = await system.ask(CHANGE, { map: DAY, code: '19', year });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining(String(year)),
        extensions: { code: 'YEAR_NOT_FOUND' },
      });
    },
  );
});

describe('a number of cases', () => {
  it('is recorded for the unit that had the code in that year, and 2019 for that of the first map', async () => {
    const [district] = await system.database.query<{ code: string }>(
      `select code from rural_security.register_unit_version where level = 'DISTRICT' and valid @> date '2024-12-31' order by code limit 1`,
    );
    expect(await recorded({ unitCode: district!.code, level: null, year: 2023, cases: 7 })).toMatchObject({
      unit: { code: district!.code },
      cases: 7,
      origin: 'RECORDED',
    });
    const held = await system.database.query<{ unit_id: string }>(
      `select distinct unit_id from rural_security.case_count where year = 2019 and unit_id like '%19%'`,
    );
    expect(held).toEqual([{ unit_id: await unitIdOf(system, 'PROVINCE', '19', '2022-12-31') }]);
  });

  it('is corrected by a new row, and a closed day keeps what was known', async () => {
    await recorded({ unitCode: '04', year: 2024, cases: 10 });
    const corrected = await recorded({
      unitCode: '04',
      year: 2024,
      cases: 12,
      expectedCases: 10,
      source: 'Đính chính',
    });
    expect(corrected).toMatchObject({ cases: 12, source: 'Đính chính' });
    const rows = await system.database.query<{ cases: number; touches: boolean | null; recorded_by: string }>(
      `select c.cases, c.recorded_by, c.recorded_to = (select recorded_from from rural_security.case_count n
         where n.unit_id = c.unit_id and n.year = c.year and n.id > c.id) as touches
       from rural_security.case_count c where c.unit_id = $1 order by c.id`,
      [await unitIdOf(system, 'PROVINCE', '04', DAY)],
    );
    expect(rows).toEqual([
      { cases: 10, touches: true, recorded_by: 'ministry' },
      { cases: 12, touches: null, recorded_by: 'ministry' },
    ]);
    expect(await changeOf('04', 2024)).toMatchObject({ cases: 12 });
    expect(await changeOf('04', 2024, { knownOn: '2026-01-01' })).toMatchObject({ cases: null, verdict: 'UNKNOWN' });
  });

  it('is kept once where five corrections come at the same moment', async () => {
    await recorded({ unitCode: '08', year: 2024, cases: 1 });
    const answers = await Promise.all(
      [2, 3, 4, 5, 6].map((cases) => record(ministry, { unitCode: '08', cases, expectedCases: 1 })),
    );
    expect(answers.filter(({ caseCount }) => caseCount)).toHaveLength(1);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(Array(4).fill('STALE_VERSION'));
  });

  it.each([
    ['below 0', { cases: -1 }, 'BAD_USER_INPUT', ['cases'], /-1 is no number/],
    ['beyond belief', { cases: 10_000_000 }, 'BAD_USER_INPUT', ['cases'], /0 to 9999999/],
    ['of an unknown unit', { unitCode: '99' }, 'UNIT_NOT_FOUND', ['unitCode'], /"99" on the map of 2024-12-31/],
    [
      'of a unit of another level',
      { level: 'DISTRICT' },
      'UNIT_NOT_FOUND',
      ['unitCode'],
      /DISTRICT with the code "19"/,
    ],
    [
      'of an indicator of units',
      { indicator: 'ntm-2021-2025/19.2' },
      'INDICATOR_NOT_COUNTED',
      ['indicator'],
      /does not compare/,
    ],
    [
      'of an indicator that there is not',
      { indicator: 'x' },
      'INDICATOR_NOT_FOUND',
      ['indicator'],
      /social-order-offences/,
    ],
    ['before the base year', { year: 2018 }, 'YEAR_NOT_FOUND', ['year'], /2018.*2019/],
    ['of a year to come', { year: 2999 }, 'YEAR_NOT_FOUND', ['year'], /has not begun/],
    ['without a source', { source: '  ' }, 'BAD_USER_INPUT', ['source'], /paper/],
    [
      'that corrects what is not held',
      { unitCode: '02', expectedCases: 3 },
      'STALE_VERSION',
      ['expectedCases'],
      /No count/,
    ],
    [
      'a second time without the first',
      { unitCode: '26', year: 2024 },
      'STALE_VERSION',
      ['expectedCases'],
      /113 cases are held/,
    ],
  ])('%s is named with its place, and nothing is written', async (_, changed, code, path, message) => {
    const before = await heldRows();
    const { caseCount, userErrors } = await record(ministry, changed);
    expect(caseCount).toBeNull();
    expect(userErrors).toEqual([{ code, path, message: expect.stringMatching(message) }]);
    expect(await heldRows()).toEqual(before);
  });

  it('is entered in the own part of the country alone, also from the province of today', async () => {
    expect(await record(appraiser, { unitCode: '01' })).toMatchObject({
      caseCount: null,
      userErrors: [{ code: 'FORBIDDEN', path: ['unitCode'] }],
    });
    expect(await record(appraiser, { unitCode: '19', year: 2022 })).toMatchObject({ userErrors: [] });
    const scope = await unitIdOf(system, 'PROVINCE', '19', '2025-07-01');
    const today = await signIn(system, { subject: 'today', role: Role.APPRAISER, scope });
    expect(await record(today, { unitCode: '06', year: 2022 })).toMatchObject({ userErrors: [] });
    expect(await record(today, { unitCode: '01', year: 2022 })).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
  });

  it.each([Role.VIEWER, Role.COMMUNE_OFFICER, Role.AUDITOR])('is not entered by the role %s', async (role) => {
    const who = await signIn(system, { subject: 'somebody', role, scope: 'VN' });
    expect(await record(who, { year: 2021 })).toMatchObject({
      caseCount: null,
      userErrors: [{ code: 'FORBIDDEN', path: [] }],
    });
  });

  it('rests on rows that are never changed or taken away', async () => {
    await expect(system.database.query('update rural_security.case_count set cases = cases + 1')).rejects.toMatchObject(
      {
        code: 'TC003',
      },
    );
    await expect(system.database.query('delete from rural_security.case_count')).rejects.toMatchObject({
      code: 'TC003',
    });
    await expect(system.database.query('truncate rural_security.case_count')).rejects.toMatchObject({ code: 'TC001' });
  });
});
