import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const LIST = `query Work($map: Date = "${DAY}", $knownOn: Date, $within: ID! = "VN", $year: Int! = 2025, $reasons: [UnknownReason!],
  $waitingFor: Role, $waitingForMe: Boolean! = false, $first: Int! = 500, $after: String) @asOf(map: $map, knownOn: $knownOn) {
  workList(within: $within, indicator: "${INDICATOR}", year: $year, reasons: $reasons, waitingFor: $waitingFor,
    waitingForMe: $waitingForMe, first: $first, after: $after) {
    nodes { unit { code } unknownReason state daysLeft daysWaiting waitingFor reason } totalCount pageInfo { hasNextPage endCursor }
  }
  workSummary(within: $within, indicator: "${INDICATOR}", year: $year) { reason count daysLeft }
}`;

interface Item {
  readonly unit: { readonly code: string };
  readonly unknownReason: string;
  readonly state: string;
  readonly daysLeft: number;
  readonly daysWaiting: number;
  readonly waitingFor: readonly string[];
  readonly reason: string | null;
}

interface Answer {
  readonly nodes: Item[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function askWork(system: TestSystem | Officer, variables: object = {}) {
  const { data, errors } = await system.ask(LIST, variables);
  expect(errors).toBeUndefined();
  return {
    list: data.workList as Answer,
    summary: data.workSummary as { reason: string; count: number; daysLeft: number }[],
  };
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const codesOf = ({ nodes }: Answer) => nodes.map(({ unit }) => unit.code);

describe('the work list of the demonstration', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem('demo');
  }, 60_000);
  afterAll(() => system.stop());
  const KNOWN_ON = '2025-12-05';
  const END = '2025-12-06T00:00:00+07:00';

  it('holds every unit without a result, and the summary counts them as the tallies do', async () => {
    const { list, summary } = await askWork(system, { first: 1 });
    const { data } = await system.ask(
      `query @asOf(map: "${DAY}") { country { attainment(indicator: "${INDICATOR}", year: 2025) { unknown unknownByReason { reason count } } } }`,
    );
    const { unknown, unknownByReason } = data.country.attainment;
    expect(list.totalCount).toBe(unknown);
    const counts = summary.map(({ reason, count }) => ({ reason, count }));
    expect(counts).toEqual(expect.arrayContaining(unknownByReason));
    expect(counts).toHaveLength(unknownByReason.length);
    expect(unknownByReason.length).toBeGreaterThan(2);
  });

  it('is ordered by how long each waits since its state began, then by code, page by page', async () => {
    const all: Item[] = [];
    let after: string | null = null;
    do {
      const { list }: { list: Answer } = await askWork(system, { knownOn: KNOWN_ON, first: 70, after });
      all.push(...list.nodes);
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
    const rows = await system.database.query<{ code: string; state: string | null; day: string | null }>(
      `select v.code, a.state, to_char(a.recorded_from at time zone 'UTC' + interval '7 hours', 'YYYY-MM-DD') as day
       from rural_security.register_unit_version v
       left join rural_security.assessment a on a.unit_id = v.unit_id and a.indicator_id = $1 and a.year = 2025
         and a.recorded_from < $2 and (a.recorded_to is null or a.recorded_to >= $2)
       where v.kind = 'RURAL_COMMUNE' and v.valid @> $3::date and coalesce(a.verdict, 'UNKNOWN') = 'UNKNOWN'`,
      [INDICATOR, END, DAY],
    );
    // the demonstration saves nothing twice in one state
    const expected = rows
      .map(({ code, state, day }) => ({
        code,
        state: state ?? 'NOT_STARTED',
        daysWaiting: daysBetween(day ?? '2024-11-16', KNOWN_ON),
      }))
      .sort((a, b) => b.daysWaiting - a.daysWaiting || (a.code < b.code ? -1 : 1));
    expect(all.map(({ unit, state, daysWaiting }) => ({ code: unit.code, state, daysWaiting }))).toEqual(expected);
    expect(new Set(all.map(({ state }) => state)).size).toBeGreaterThan(2);
    expect(new Set(all.map(({ daysLeft }) => daysLeft))).toEqual(new Set([-20]));
  });

  it('begins to count with the first of several drafts, and anew with what follows another state', async () => {
    const code = '05488';
    const unit = await unitIdOf(system, 'COMMUNE', code, DAY);
    const revisions = [
      [1, 'DRAFT', 'IN_DRAFT', '2026-02-20', '2026-03-02'],
      [2, 'SUBMITTED', 'AWAITING_APPRAISAL', '2026-03-02', '2026-03-03'],
      [3, 'DRAFT', 'IN_DRAFT', '2026-03-03', '2026-03-08'],
      [4, 'DRAFT', 'IN_DRAFT', '2026-03-08', null],
    ];
    for (const [version, state, reason, from, to] of revisions) {
      await system.database.query(
        `insert into rural_security.assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason, recorded_by, origin, recorded_from, recorded_to)
         select $1, 'ntm-advanced-2021-2025/19.2', 2025, $2, $3, 'UNKNOWN', $4, 'test', 'SYNTHETIC', $5, $6
         from (select set_config('search_path', 'rural_security', false)) as path`,
        [unit, version, state, reason, `${from}T09:00:00+07:00`, to && `${to}T09:00:00+07:00`],
      );
    }
    const { data } = await system.ask(
      `query @asOf(map: "${DAY}", knownOn: "2026-03-10") { workList(within: "${unit}", indicator: "ntm-advanced-2021-2025/19.2", year: 2025, first: 5) { nodes { state daysWaiting } } }`,
    );
    expect(data.workList.nodes).toEqual([{ state: 'DRAFT', daysWaiting: 7 }]);
  });

  it('calls the silent of an open window WINDOW_OPEN, with the days that are left', async () => {
    const { summary } = await askWork(system, { knownOn: '2025-11-05', first: 1 });
    expect(summary).toContainEqual({ reason: 'WINDOW_OPEN', count: expect.any(Number), daysLeft: 10 });
    expect(summary.map(({ reason }) => reason)).not.toContain('NOT_STARTED');
  });

  it('asks one statement of each service for a page of any size, one for the count, one for the summary', async () => {
    for (const first of [2, 300]) {
      system.takeStatements();
      await askWork(system, { first });
      expect(system.takeStatements()).toHaveLength(4);
    }
  });

  it('of a wrong question says what is wrong', async () => {
    const fault = async (variables: object) => (await system.ask(LIST, variables)).errors?.[0]?.extensions.code;
    expect(await fault({ within: 'nowhere' })).toBe('UNIT_NOT_FOUND');
    expect(await fault({ year: 2031 })).toBe('YEAR_NOT_FOUND');
    expect(await fault({ first: 501 })).toBe('PAGE_TOO_LARGE');
    expect(await fault({ after: Buffer.from('05488').toString('base64url') })).toBe('BAD_USER_INPUT');
  });
});

describe('the work list of officers', () => {
  let system: TestSystem;
  let officer: Officer;
  let appraiser: Officer;
  let recogniser: Officer;
  let province: string;
  /** Rural communes of Thái Nguyên; the officer is responsible for the first. */
  let codes: string[];

  const step = (name: string, type: string) =>
    `mutation Step($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code message } assessment { version } } }`;

  async function take(
    who: Officer,
    name: string,
    type: string,
    code: string,
    version: number | null,
    rest: object = {},
  ) {
    const input = { unitCode: code, indicator: INDICATOR, year: 2025, expectedVersion: version, ...rest };
    const { data } = await who.ask(step(name, type), { input });
    expect(data.payload.userErrors).toEqual([]);
  }

  beforeAll(async () => {
    system = await startTestSystem('real');
    const rows = await system.database.query<{ code: string; unit_id: string }>(
      `select c.code, c.unit_id from rural_security.register_unit_version c
       join rural_security.register_unit_version p on p.unit_id = c.province_id and p.code = '19' and p.valid @> $1::date
       where c.kind = 'RURAL_COMMUNE' and c.valid @> $1::date order by c.code`,
      [DAY],
    );
    codes = rows.map(({ code }) => code);
    province = await unitIdOf(system, 'PROVINCE', '19', DAY);
    officer = await signIn(system, { subject: 'officer', role: Role.COMMUNE_OFFICER, scope: rows[0]!.unit_id });
    appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope: province });
    recogniser = await signIn(system, { subject: 'recogniser', role: Role.RECOGNISER, scope: province });
    const helper = await signIn(system, { subject: 'helper', role: Role.COMMUNE_OFFICER, scope: province });
    const items = Array.from({ length: 8 }, (_, index) => ({
      number: index + 1,
      verdict: 'MET',
      explanation: 'có hồ sơ',
    }));
    const submit = (code: string) =>
      take(helper, 'submitAssessment', 'EnterAssessmentInput', code, null, { items, enteredFor: 'Công an xã' });
    await take(helper, 'saveAssessment', 'EnterAssessmentInput', codes[1]!, null, {
      items: [],
      enteredFor: 'Công an xã',
    });
    for (const code of codes.slice(2, 6)) await submit(code);
    await take(appraiser, 'returnAssessment', 'ReturnAssessmentInput', codes[3]!, 1, { reason: 'Thiếu biên bản' });
    await take(appraiser, 'appraiseAssessment', 'AppraiseAssessmentInput', codes[4]!, 1, { items: items.slice(1) });
    await take(appraiser, 'appraiseAssessment', 'AppraiseAssessmentInput', codes[5]!, 1, { acceptSelfAssessed: true });
  }, 60_000);
  afterAll(() => system.stop());

  it('says for each unit what it waits for and whom; what has a result waits for nothing', async () => {
    const { list } = await askWork(appraiser, { within: province });
    const byCode = new Map(list.nodes.map((item) => [item.unit.code, item]));
    expect(list.totalCount).toBe(codes.length - 1);
    expect(byCode.has(codes[5]!)).toBe(false);
    const shown = (index: number) => byCode.get(codes[index]!);
    expect(shown(0)).toMatchObject({
      state: 'NOT_STARTED',
      unknownReason: 'NOT_STARTED',
      waitingFor: ['COMMUNE_OFFICER', 'APPRAISER'],
      reason: null,
    });
    expect(shown(1)).toMatchObject({ state: 'DRAFT', unknownReason: 'IN_DRAFT', daysWaiting: 0 });
    expect(shown(2)).toMatchObject({
      state: 'SUBMITTED',
      unknownReason: 'AWAITING_APPRAISAL',
      waitingFor: ['APPRAISER'],
    });
    expect(shown(3)).toMatchObject({ state: 'RETURNED', unknownReason: 'RETURNED', reason: 'Thiếu biên bản' });
    expect(shown(4)).toMatchObject({ state: 'APPRAISED', unknownReason: 'ITEM_UNKNOWN', waitingFor: ['APPRAISER'] });
  });

  it('counts the days left to the last day to submit, negative since it is over', async () => {
    const { list, summary } = await askWork(appraiser, { within: province, first: 1 });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    expect(list.nodes[0]!.daysLeft).toBe(daysBetween(today, '2025-11-15'));
    expect(summary[0]).toEqual({ reason: 'NOT_STARTED', count: codes.length - 5, daysLeft: list.nodes[0]!.daysLeft });
  });

  it('keeps the reasons that are asked for, and what waits for a role', async () => {
    const returned = await askWork(appraiser, { reasons: ['RETURNED', 'IN_DRAFT'] });
    expect(codesOf(returned.list).sort()).toEqual([codes[1], codes[3]]);
    const forAppraiser = await askWork(appraiser, { within: province, waitingFor: 'APPRAISER' });
    expect(forAppraiser.list.totalCount).toBe(codes.length - 1);
    const forMinistry = await askWork(appraiser, { waitingFor: 'MINISTRY' });
    expect(forMinistry.list.nodes).toEqual([]);
  });

  it('that waits for me is what my role takes next, in my part of the country and nowhere else', async () => {
    const mine = async (who: Officer, variables: object = {}) =>
      codesOf((await askWork(who, { waitingForMe: true, ...variables })).list);
    expect(await mine(officer)).toEqual([codes[0]]);
    // an appraisal that could not decide is not the recogniser's to complete
    expect(await mine(recogniser)).toEqual([]);
    expect((await mine(appraiser)).sort()).toEqual(codes.filter((_, index) => index !== 5));
    expect(await mine(appraiser, { reasons: ['AWAITING_APPRAISAL'] })).toEqual([codes[2]]);
    const elsewhere = await signIn(system, {
      subject: 'x',
      role: Role.RECOGNISER,
      scope: await unitIdOf(system, 'PROVINCE', '01', DAY),
    });
    expect(await mine(elsewhere)).toEqual([]);
    const viewer = await signIn(system, { subject: 'v', role: Role.VIEWER, scope: 'VN' });
    expect(await mine(viewer)).toEqual([]);
  });

  it('that waits for me is found from the province of today too, which the old ones went into', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', '2025-07-01');
    const today = await signIn(system, { subject: 'y', role: Role.APPRAISER, scope });
    for (const map of [DAY, '2025-07-01']) {
      const { list } = await askWork(today, { waitingForMe: true, reasons: ['ITEM_UNKNOWN'], map });
      expect(codesOf(list)).toEqual([codes[4]]);
    }
  });
});
