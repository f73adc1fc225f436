import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const OWN_MAP = '2025-06-30';
const LIST = `query List($map: Date, $knownOn: Date, $within: ID!, $indicator: ID!, $year: Int!, $filter: AssessmentFilter,
  $orderBy: AssessmentOrder, $first: Int!, $after: String, $counts: Boolean = false, $details: Boolean = false) @asOf(map: $map, knownOn: $knownOn) {
  assessments(within: $within, indicator: $indicator, year: $year, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { unit { code } missingItems assessment { state verdict unknownReason submittedOn late daysLate version countedOn note
      items @include(if: $details) { number verdict } } }
    pageInfo { hasNextPage endCursor }
    totalCount @include(if: $counts)
  }
}`;

interface Node {
  readonly unit: { readonly code: string };
  readonly missingItems: number | null;
  readonly assessment: {
    readonly state: string;
    readonly verdict: string;
    readonly unknownReason: string | null;
    readonly submittedOn: string | null;
    readonly late: boolean;
    readonly daysLate: number;
    readonly items: readonly { readonly number: number; readonly verdict: string }[];
  };
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

const asked = (changed: object = {}) => ({
  map: OWN_MAP,
  within: 'VN',
  indicator: INDICATOR,
  year: 2025,
  first: 500,
  ...changed,
});

async function ask(changed: object = {}) {
  const { data, errors } = await system.ask(LIST, asked(changed));
  expect(errors).toBeUndefined();
  return data.assessments as {
    nodes: Node[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

async function askAll(changed: object = {}): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo } = await ask({ ...changed, after });
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

/** All 7,692 entries of 2025 by code, asked once. */
let asked2025: Promise<Node[]> | null = null;
function allOf2025(): Promise<Node[]> {
  asked2025 ??= askAll({ details: true });
  return asked2025;
}

const countOf = async (changed: object) => (await ask({ ...changed, first: 1, counts: true })).totalCount;
const idOf = async (field: string, map = OWN_MAP): Promise<string> =>
  (await system.ask(`query @asOf(map: "${map}") { unit: ${field} { id } }`)).data.unit.id;
const codesOf = (nodes: readonly Node[]) => nodes.map(({ unit }) => unit.code);

/** What the tables hold of all rural communes of the counting day, read without any of the service's functions. */
const rowsOf2025 = () =>
  system.database.query<{ code: string; verdict: string | null }>(
    `select v.code, a.verdict from rural_security.register_unit_version v
     left join rural_security.assessment a on a.unit_id = v.unit_id and a.indicator_id = $1 and a.year = 2025
       and a.recorded_to is null
     where v.kind = 'RURAL_COMMUNE' and v.valid @> $2::date order by v.code`,
    [INDICATOR, OWN_MAP],
  );

describe('the assessments within a unit', () => {
  it('are those of every commune that the year counts, once each, also of those that recorded nothing', async () => {
    const rows = await rowsOf2025();
    const nodes = await allOf2025();
    expect(codesOf(nodes)).toEqual(rows.map(({ code }) => code));
    expect(nodes).toHaveLength(7_692);
    for (const [index, { assessment }] of nodes.entries())
      expect(assessment.verdict).toBe(rows[index]!.verdict ?? 'UNKNOWN');
    const silent = nodes.filter(({ assessment }) => assessment.state === 'NOT_STARTED');
    expect(silent).toHaveLength(rows.filter(({ verdict }) => verdict === null).length);
    expect(silent.length).toBeGreaterThan(1);
  });

  it.each([
    ['the country on its own map', 'country', OWN_MAP],
    ['the country on a later map', 'country', '2025-07-01'],
    ['a province on its own map', 'province(code: "19")', OWN_MAP],
    ['a province made of two', 'province(code: "19")', '2025-07-01'],
    ['a district on its own map', 'district(code: "164")', OWN_MAP],
    ['a commune itself', 'commune(code: "05488")', OWN_MAP],
  ])('are as many, by verdict, as the tallies say of %s', async (_, field, map) => {
    const { data } = await system.ask(
      `query @asOf(map: "${map}") { unit: ${field} { id securityTallies(indicator: "${INDICATOR}", year: 2025) { met notMet unknown total } } }`,
    );
    const [tally] = data.unit.securityTallies;
    const counts = (verdicts: string[]) => countOf({ map, within: data.unit.id, filter: { verdicts } });
    expect(tally).toEqual({
      met: await counts(['MET']),
      notMet: await counts(['NOT_MET']),
      unknown: await counts(['UNKNOWN']),
      total: await counts([]),
    });
    expect(tally.total).toBeGreaterThan(0);
  });

  it('say the same of a commune as the commune says of itself', async () => {
    const fields =
      'state verdict unknownReason submittedOn late daysLate version countedOn note items { number verdict }';
    const { data } = await system.ask(
      `query @asOf(map: "${OWN_MAP}", knownOn: "2025-12-20") { province(code: "56") { id communes(first: 500) { nodes { code assessment(indicator: "${INDICATOR}", year: 2025) { ${fields} } } } } }`,
    );
    const own = data.province.communes.nodes.filter(({ assessment }: { assessment: object | null }) => assessment);
    const nodes = await askAll({ within: data.province.id, knownOn: '2025-12-20', details: true });
    expect(nodes.map(({ unit, assessment }) => ({ code: unit.code, assessment }))).toEqual(own);
    expect(nodes.some(({ assessment }) => 'note' in assessment && assessment.note !== null)).toBe(true);
  });

  it('are none below the province on another map while links are incomplete, and the successors’ once they are not', async () => {
    const within = await idOf('province(code: "19")', '2025-07-01');
    const [commune] = await system.database.query<{ unit_id: string; olds: string }>(
      `select n.unit_id, count(*) as olds from rural_security.register_unit_version n
       join rural_security.register_link l on l.successor_id = n.unit_id
       join rural_security.register_unit_version o on o.unit_id = l.predecessor_id and o.kind = 'RURAL_COMMUNE' and o.valid @> date '2025-06-30'
       where n.province_id = $1 and n.valid @> date '2025-07-01' and n.unit_id <> o.unit_id group by 1 order by 2 desc, 1 limit 1`,
      [within],
    );
    const { unit_id: id, olds } = commune!;
    const count = () => countOf({ map: '2025-07-01', within: id });
    expect(await count()).toBe(0);
    await system.database.query('update rural_security.register_reorganisation set links_complete = true');
    expect(await count()).toBe(Number(olds));
    // a commune that was split, with a part elsewhere, lies in neither
    await system.database.query(
      `insert into rural_security.register_link
       select min(l.predecessor_id), (select min(unit_id) from rural_security.register_unit_version
         where level = 'COMMUNE' and valid @> date '2025-07-01' and province_id <> $2), 'PARTIAL', '2025-07-01', false
       from rural_security.register_link l
       join rural_security.register_unit_version o on o.unit_id = l.predecessor_id and o.kind = 'RURAL_COMMUNE' and o.valid @> date '2025-06-30'
       where l.successor_id = $1 and l.predecessor_id <> $1`,
      [id, within],
    );
    expect(await count()).toBe(Number(olds) - 1);
    await system.database.query(`delete from rural_security.register_link where not is_main and kind = 'PARTIAL'`);
    await system.database.query('update rural_security.register_reorganisation set links_complete = false');
  });

  it('of a closed day are what had been recorded by its end', async () => {
    const knownOn = '2025-11-30';
    const [{ met, sent }] = (await system.database.query<{ met: number; sent: number }>(
      `select count(*) filter (where verdict = 'MET')::int as met, count(*)::int as sent from rural_security.assessment
       where indicator_id = $1 and year = 2025 and recorded_from < '2025-12-01T00:00:00+07:00'
         and (recorded_to is null or recorded_to >= '2025-12-01T00:00:00+07:00')`,
      [INDICATOR],
    )) as [{ met: number; sent: number }];
    expect(await countOf({ knownOn, filter: { verdicts: ['MET'] } })).toBe(met);
    expect(await countOf({ knownOn, filter: { states: ['NOT_STARTED'] } })).toBe(7_692 - sent);
    expect(met).not.toBe(await countOf({ filter: { verdicts: ['MET'] } }));
  });

  it('of a year whose window was open on the day asked call the silent WINDOW_OPEN, not NOT_STARTED', async () => {
    expect(await countOf({ knownOn: '2025-11-15', filter: { unknownReasons: ['NOT_STARTED'] } })).toBe(0);
    expect(await countOf({ knownOn: '2025-11-16', filter: { unknownReasons: ['WINDOW_OPEN'] } })).toBe(0);
    expect(await countOf({ knownOn: '2025-11-15', filter: { unknownReasons: ['WINDOW_OPEN'] } })).toBeGreaterThan(0);
  });

  it('ask one statement of each service for a page of any size, and one more for the count', async () => {
    const costOf = async (changed: object) => {
      system.takeStatements();
      await ask(changed);
      return system.takeStatements().length;
    };
    expect(await costOf({ first: 5 })).toBe(2);
    expect(await costOf({ first: 500, orderBy: 'DAYS_LATE' })).toBe(2);
    expect(await costOf({ first: 500, counts: true })).toBe(3);
  });
});

describe('near misses', () => {
  it('stand first: 62 of the 72 communes that fail in 2025 fail by one content', async () => {
    const nodes = await askAll({
      filter: { verdicts: ['NOT_MET'] },
      orderBy: 'MISSING_ITEMS',
      first: 20,
      details: true,
    });
    const missing = nodes.map(({ missingItems }) => missingItems as number);
    expect(missing).toHaveLength(72);
    expect(missing.slice(0, 62)).toEqual(Array(62).fill(1));
    expect(missing[62]).toBeGreaterThan(1);
    expect(missing).toEqual([...missing].sort((a, b) => a - b));
    for (const { missingItems, assessment } of nodes) {
      expect(assessment.items.filter(({ verdict }) => verdict === 'NOT_MET')).toHaveLength(missingItems!);
    }
  });

  it('count no content that is only unknown', async () => {
    const { nodes } = await ask({ filter: { unknownReasons: ['ITEM_UNKNOWN'] }, details: true });
    expect(nodes.length).toBeGreaterThan(0);
    for (const { missingItems, assessment } of nodes) {
      expect(assessment.items.some(({ verdict }) => verdict === 'UNKNOWN')).toBe(true);
      expect(assessment.items.filter(({ verdict }) => verdict === 'NOT_MET')).toHaveLength(missingItems as number);
    }
  });

  it('have no number before an appraisal, and none where the set of the year is not itemised', async () => {
    const silent = await ask({ filter: { states: ['NOT_STARTED', 'SUBMITTED', 'RETURNED'] } });
    expect(new Set(silent.nodes.map(({ missingItems }) => missingItems))).toEqual(new Set([null]));
    const old = await ask({ year: 2021, filter: { verdicts: ['NOT_MET'] } });
    expect(new Set(old.nodes.map(({ missingItems }) => missingItems))).toEqual(new Set([null]));
    expect(await countOf({ year: 2021, filter: { missingItems: { atLeast: 0 } } })).toBe(0);
  });
});

describe('orders and filters', () => {
  let all: Node[];
  beforeAll(async () => {
    all = await allOf2025();
  });
  const LAST = Number.MAX_SAFE_INTEGER;

  it.each<[string, (node: Node) => number]>([
    ['MISSING_ITEMS', ({ missingItems }) => missingItems ?? LAST],
    ['SUBMITTED_ON', ({ assessment }) => (assessment.submittedOn ? Date.parse(assessment.submittedOn) : LAST)],
    ['DAYS_LATE', ({ assessment }) => -assessment.daysLate],
  ])('by %s are those of sorting the whole list, page by page', async (orderBy, rankOf) => {
    const within = await idOf('province(code: "40")', '2025-07-01');
    const question = { map: '2025-07-01', within, year: 2024 };
    const listed = await askAll(question);
    // the list comes by code, and sorting keeps that among equals
    const expected = [...listed].sort((a, b) => rankOf(a) - rankOf(b));
    expect(codesOf(await askAll({ ...question, orderBy, first: 97 }))).toEqual(codesOf(expected));
    expect(new Set(listed.map(rankOf)).size).toBeGreaterThan(2);
  });

  it.each<[string, object, (node: Node) => boolean]>([
    [
      'states',
      { states: ['APPRAISED', 'REVOKED'] },
      ({ assessment }) => /^(APPRAISED|REVOKED)$/.test(assessment.state),
    ],
    [
      'unknownReasons',
      { unknownReasons: ['ITEM_UNKNOWN', 'RETURNED'] },
      ({ assessment }) => /^(ITEM_UNKNOWN|RETURNED)$/.test(assessment.unknownReason ?? ''),
    ],
    ['failingItem', { failingItem: 5 }, ({ assessment }) => assessment.items[4]?.verdict === 'NOT_MET'],
    [
      'a range',
      { missingItems: { atLeast: 2, atMost: 3 } },
      ({ missingItems }) => missingItems === 2 || missingItems === 3,
    ],
    [
      'two of them',
      { late: false, verdicts: ['NOT_MET'] },
      ({ assessment }) => !assessment.late && assessment.verdict === 'NOT_MET',
    ],
  ])('by %s keep what holds and nothing else', async (_, filter, holds) => {
    const kept = all.filter(holds);
    expect(codesOf(await askAll({ filter }))).toEqual(codesOf(kept));
    expect(await countOf({ filter })).toBe(kept.length);
    expect(kept.length).toBeGreaterThan(0);
  });

  it('by late tell how late, and in 2025, whose window was open to the end, of nobody', async () => {
    const late = await askAll({ year: 2024, filter: { late: true } });
    expect(late.length).toBeGreaterThan(1_000);
    expect(late.filter(({ assessment: { late: isLate, daysLate } }) => !isLate || daysLate < 1)).toEqual([]);
    expect(await countOf({ filter: { late: true } })).toBe(0);
  });

  it('by kind go by the kind on the counting day, and an empty list asks for nothing', async () => {
    expect(await countOf({ filter: { kinds: ['WARD'] } })).toBe(0);
    expect(await countOf({ filter: { kinds: ['RURAL_COMMUNE'], states: [] } })).toBe(7_692);
  });
});

describe('a question that has no answer', () => {
  it.each([
    ['a unit that there is not', { within: 'P-99' }, 'UNIT_NOT_FOUND', /"P-99" is the id of no unit.*2025-06-30/],
    [
      'a unit of another map',
      { within: 'P-19', map: '2026-01-01' },
      'UNIT_NOT_FOUND',
      /Thái Nguyên.*2026-01-01.*until 2025-06-30/,
    ],
    ['an indicator that there is not', { indicator: 'ntm/0' }, 'INDICATOR_NOT_FOUND', /"ntm\/0"; known/],
    ['a year outside the programme', { year: 2031 }, 'YEAR_NOT_FOUND', /2031.*2021, 2022/],
    ['a content that the set has not', { filter: { failingItem: 9 } }, 'ITEM_NOT_FOUND', /9.*1 to 8/],
    [
      'a range the wrong way round',
      { filter: { missingItems: { atLeast: 3, atMost: 2 } } },
      'BAD_USER_INPUT',
      /at least 3 and at most 2/,
    ],
    ['a range below 0', { filter: { missingItems: { atMost: -1 } } }, 'BAD_USER_INPUT', /atMost: -1/],
    ['a page of 0', { first: 0 }, 'BAD_USER_INPUT', /first: 0/],
    ['a page of 501', { first: 501 }, 'PAGE_TOO_LARGE', /first: 501/],
    ['a cursor that no page gave out', { after: 'abc' }, 'BAD_USER_INPUT', /"abc"/],
    [
      'a cursor that was made by hand',
      { after: Buffer.from('CODE 99999999999 x').toString('base64url') },
      'BAD_USER_INPUT',
      /not a cursor/,
    ],
  ])('%s is told so', async (_, changed, code, message) => {
    const { errors } = await system.ask(LIST, asked(changed));
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.message).toMatch(message);
  });

  it('the cursor of another order is refused with both orders’ names', async () => {
    const { pageInfo } = await ask({ first: 1, orderBy: 'SUBMITTED_ON' });
    const { errors } = await system.ask(LIST, asked({ after: pageInfo.endCursor, orderBy: 'DAYS_LATE' }));
    expect(errors?.[0]?.message).toMatch(/order SUBMITTED_ON.*in the order DAYS_LATE/);
  });
});

describe('reporting periods', () => {
  it('give the days that @asOf takes, so that a closed report can be had again', async () => {
    const { data } = await system.ask(
      '{ reportingPeriods(year: 2025) { id kind from to knownOn year status source isClosed } }',
    );
    const year = data.reportingPeriods.find(({ kind }: { kind: string }) => kind === 'YEAR');
    expect(year).toMatchObject({
      id: '2025-YEAR',
      from: '2024-12-15',
      knownOn: '2025-12-14',
      status: 'INFERENCE',
      isClosed: true,
      source: expect.stringContaining('suy luận'),
    });
    const met = (knownOn: string) => countOf({ knownOn, year: year.year, filter: { verdicts: ['MET'] } });
    expect(await met(year.knownOn)).toBe(await met(year.knownOn));
    const { errors } = await system.ask('{ reportingPeriods(year: 1) { id } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
