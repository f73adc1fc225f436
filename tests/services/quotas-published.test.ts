import { startTestSystem, type TestSystem } from '../support/test-system';
import { onWards, recordWards, type WardRow, wardIdsByProvince } from '../support/ward-rows';

/**
 * Registrations typed from what was published for the end of 2023: Hà Nội 15 (tienphong.vn), Bà Rịa – Vũng Tàu 2,
 * Bình Phước 1, and 172 in all (nhandan.vn). Which other province had how many was not: they get the least that
 * `mps-2022-11` asks of them, and Hồ Chí Minh City gets the rest.
 */
const PUBLISHED: Readonly<Record<string, number>> = { '01': 15, '77': 2, '70': 1 };
const TOTAL = 172;
const DAY = '2022-12-31';

const CHECK = `query Check($rule: ID!) {
  quotaCheck(rule: $rule) {
    rule { id } required held shortfall fulfilled origin sentences
    standings { unit { code name } countedAs required held shortfall fulfilled verdict pending sentence share { percent of words } allowance }
  }
}`;
const WARDS = `query Wards($rule: ID!, $counts: Boolean, $first: Int!, $after: String) {
  quotaWards(rule: $rule, counts: $counts, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { unit { code } under { code } state counts reason sentence }
  }
}`;

let system: TestSystem;
let wards: Map<string, string[]>;
beforeAll(async () => {
  system = await startTestSystem('real');
  wards = await wardIdsByProvince(system, DAY);
  const counts = new Map([...wards.keys()].map((code) => [code, 1]));
  for (const code of ['31', '48', '92']) counts.set(code, 3);
  for (const [code, count] of Object.entries(PUBLISHED)) counts.set(code, count);
  counts.set('79', 0);
  counts.set('79', TOTAL - [...counts.values()].reduce((sum, count) => sum + count, 0));
  await recordWards(
    system,
    [...counts].flatMap(([code, count]) => take(code, count).map((wardId) => ({ wardId }))),
  );
}, 60_000);
afterAll(() => system.stop());

/** The next wards of a province that nothing is recorded of. */
function take(provinceCode: string, count: number): string[] {
  const taken = wards.get(provinceCode)?.splice(0, count) ?? [];
  expect(taken).toHaveLength(count);
  return taken;
}

async function check(rule: string) {
  const { data, errors } = await system.ask(CHECK, { rule });
  expect(errors).toBeUndefined();
  return data.quotaCheck;
}

async function standing(rule: string, code: string) {
  const { standings } = await check(rule);
  return standings.find(({ unit }: { unit: { code: string } }) => unit.code === code);
}

/** Records one ward of a province and says how the rule takes it. */
async function judge(rule: string, provinceCode: string, row: Omit<WardRow, 'wardId'>) {
  const [wardId] = take(provinceCode, 1) as [string];
  await recordWards(system, [{ ...row, wardId }]);
  const { data } = await system.ask(WARDS, { rule, first: 500 });
  const [found] = await onWards<{ code: string }>(system, 'select code from register_unit_version where unit_id = $1', [
    wardId,
  ]);
  return data.quotaWards.nodes.find(({ unit }: { unit: { code: string } }) => unit.code === found?.code);
}

describe('the published registrations of 2023', () => {
  it('fulfil the quota of November 2022 everywhere: Hà Nội has 15 where 3 are asked', async () => {
    const { required, held, fulfilled, origin, sentences } = await check('mps-2022-11');
    expect({ required, held, fulfilled, origin }).toEqual({
      required: 73,
      held: 172,
      fulfilled: true,
      origin: 'RECORDED',
    });
    expect(sentences[1]).toBe('Tất cả 63 địa phương đủ chỉ tiêu (172/73 Công an phường).');
    for (const [code, held] of Object.entries(PUBLISHED)) {
      expect(await standing('mps-2022-11', code)).toMatchObject({
        held,
        required: code === '01' ? 3 : 1,
        fulfilled: true,
      });
    }
  });

  it('are short in Hà Nội, Hải Phòng, Cần Thơ or Đà Nẵng by districts, though there are 66 more than 106', async () => {
    const { required, held, fulfilled, sentences } = await check('mps-2023-12');
    expect({ required, held, fulfilled }).toEqual({ required: 106, held: 172, fulfilled: false });
    expect(sentences.at(-1)).toContain('nguồn không nói rõ');
  });
});

describe('a ward under the quota of November 2022', () => {
  it('of Đà Nẵng that withdraws leaves exactly that gap, named with what it has and needs', async () => {
    await onWards(
      system,
      `update pilot_ward w set recorded_to = clock_timestamp() where recorded_to is null and ward_id = (
         select w.ward_id from pilot_ward w join register_unit_version v on v.unit_id = w.ward_id
           and v.valid @> $1::date join register_unit_version p on p.unit_id = v.province_id and p.valid @> $1::date
         where p.code = '48' limit 1)`,
      [DAY],
    );
    const { standings, sentences, shortfall, rule } = await check('mps-2022-11');
    const short = standings.filter(({ fulfilled }: { fulfilled: boolean }) => !fulfilled);
    expect(short).toMatchObject([
      { unit: { code: '48' }, countedAs: 'CENTRALLY_RUN_CITY', required: 3, held: 2, shortfall: 1, verdict: 'SHORT' },
    ]);
    expect([rule.id, shortfall]).toEqual(['mps-2022-11', 1]);
    expect(short[0].sentence).toBe('Thành phố Đà Nẵng: có 2, cần 3, còn thiếu 1.');
    expect(sentences[1]).toBe('Còn 1 địa phương chưa đủ, thiếu tổng cộng 1 Công an phường.');
    expect(sentences[2]).toContain('phần vượt của nơi này không bù cho nơi khác');
  });

  it.each([
    ['registered on the last day', { registeredOn: '2023-12-31' }, null],
    ['registered the day after', { registeredOn: '2024-01-01' }, 'LATE'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'WITHDRAWN'],
    ['revoked', { state: 'REVOKED', decidedOn: '2025-01-02' }, 'REVOKED'],
    [
      'recognised for a later year, as registrations count',
      { state: 'RECOGNISED', recognisedForYear: 2024, decidedOn: '2025-04-22' },
      null,
    ],
  ])('that is %s', async (_, row, reason) => {
    const before = (await standing('mps-2022-11', '48')).held;
    const found = await judge('mps-2022-11', '48', row);
    expect(found).toMatchObject({ under: { code: '48' }, counts: reason === null, reason });
    expect((await standing('mps-2022-11', '48')).held).toBe(before + (reason === null ? 1 : 0));
    if (reason === 'LATE')
      expect(found.sentence).toMatch(/^Không tính Công an phường \p{Lu}.+: đăng ký sau hạn \(01\/01\/2024\)\.$/u);
  });
});

describe('a ward under the roadmap of Hồ Chí Minh City to 2025', () => {
  const RULE = 'hcm-2023-07-by-2025';
  const RECOGNISED = { state: 'RECOGNISED', decidedOn: '2024-05-02' };

  it('is one of 75, which is 30 % of 249 printed wards, rounded up', async () => {
    const { standings, required } = await check(RULE);
    expect(required).toBe(75);
    expect(standings).toMatchObject([
      {
        unit: { code: '79' },
        required: 75,
        held: 0,
        share: { percent: '30', of: 249, words: 'phường' },
        allowance: 174,
      },
    ]);
    // all 89 registered wards of the city that still stood on 30 June 2025 may be recognised yet
    expect(standings[0].verdict).toBe(standings[0].pending >= 75 ? 'UNDECIDED' : 'SHORT');
  });

  it.each([
    ['recognised for 2023', { ...RECOGNISED, recognisedForYear: 2023 }, null],
    [
      'recognised for 2025 by a decision of 2026',
      { state: 'RECOGNISED', recognisedForYear: 2025, decidedOn: '2026-04-01' },
      null,
    ],
    [
      'recognised for 2026',
      { state: 'RECOGNISED', recognisedForYear: 2026, decidedOn: '2026-11-01' },
      'FOR_A_LATER_YEAR',
    ],
    ['proposed', { state: 'PROPOSED' }, 'NOT_RECOGNISED'],
    ['registered late', { ...RECOGNISED, recognisedForYear: 2025, registeredOn: '2026-01-01' }, 'LATE'],
    [
      'recognised again for a later year',
      {
        state: 'RE_RECOGNISED',
        recognisedForYear: 2026,
        decidedOn: '2026-11-01',
        earlier: [{ year: 2024, decidedOn: '2025-04-22', revoked: false }],
      },
      null,
    ],
    [
      'recognised anew after a revocation',
      {
        state: 'RECOGNISED',
        recognisedForYear: 2026,
        decidedOn: '2026-11-01',
        earlier: [{ year: 2024, decidedOn: '2025-04-22', revoked: true }],
      },
      'FOR_A_LATER_YEAR',
    ],
  ])('that is %s', async (_, row, reason) => {
    const [lasting] = (await lastingWards('79')) as [string];
    wards.set('79', [lasting, ...(wards.get('79') ?? []).filter((id) => id !== lasting)]);
    expect(await judge(RULE, '79', row)).toMatchObject({ counts: reason === null, reason });
  });

  it('that ended before 30 June 2025 does not count, and says so', async () => {
    const lasting = new Set(await lastingWards('79'));
    const ended = wards.get('79')?.find((id) => !lasting.has(id)) as string;
    wards.set('79', [ended, ...(wards.get('79') ?? []).filter((id) => id !== ended)]);
    const found = await judge(RULE, '79', { ...RECOGNISED, recognisedForYear: 2023 });
    expect(found).toMatchObject({ counts: false, reason: 'UNIT_NO_LONGER_EXISTS' });
    expect(found.sentence).toContain('phường không còn');
  });

  it('of another province is outside of it, and a ward of a later map is not on its map', async () => {
    expect(await judge(RULE, '01', { ...RECOGNISED, recognisedForYear: 2023 })).toMatchObject({
      reason: 'OUTSIDE_RULE',
      under: null,
    });
    const later = await wardIdsByProvince(system, '2025-07-01');
    wards.set('79', later.get('79') ?? []);
    const { reason } = await judge(RULE, '79', { ...RECOGNISED, recognisedForYear: 2023 });
    expect(reason).toBe('NOT_ON_RULE_MAP');
  });

  async function lastingWards(provinceCode: string): Promise<string[]> {
    const left = wards.get(provinceCode) ?? [];
    const rows = await onWards<{ unit_id: string }>(
      system,
      `select unit_id from register_unit_version where unit_id = any($1) and valid @> date '2025-06-30'
         and valid @> date '2022-12-31' order by code`,
      [left],
    );
    return rows.map((row) => row.unit_id);
  }
});

describe('the list of wards under a rule', () => {
  it('pages without loss, and splits into those that count and those that do not', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await system.ask(WARDS, { rule: 'mps-2022-11', first: 50, after });
      seen.push(...data.quotaWards.nodes.map(({ unit }: { unit: { code: string } }) => unit.code));
      ({ endCursor: after, hasNextPage: more } = data.quotaWards.pageInfo);
    }
    const count = async (counts: boolean | null) =>
      (await system.ask(WARDS, { rule: 'mps-2022-11', counts, first: 1 })).data.quotaWards.totalCount;
    expect(seen).toHaveLength(await count(null));
    expect((await count(true)) + (await count(false))).toBe(seen.length);
    expect(await count(true)).toBe((await check('mps-2022-11')).held);
  });

  it('costs the same statements for 500 wards as for one', async () => {
    const cost = async (first: number) => {
      system.takeStatements();
      await system.ask(WARDS, { rule: 'mps-2022-11', first });
      return system.takeStatements().length;
    };
    const one = await cost(1);
    expect(await cost(500)).toBe(one);
    // the page, the rule, the number, and the names of the wards with those of the units they lie in
    expect(one).toBe(4);
  });
});

describe('a rule that cannot be checked', () => {
  it.each([
    'quotaCheck(rule: $rule) { held }',
    'quotaWards(rule: $rule) { totalCount }',
    'quotaRanking(rule: $rule) { places { rank } }',
    'country { modelWardQuota(rule: $rule) { held } }',
  ])('says in %s what is not known instead of being fulfilled by nobody', async (field) => {
    const { errors } = await system.ask(`query ($rule: ID!) { ${field} }`, { rule: 'hung-yen-2023-by-2025' });
    expect(errors?.[0]?.extensions.code).toBe('RULE_NOT_CHECKABLE');
    expect(errors?.[0]?.message).toContain('không in số phường');
    const unknown = await system.ask(`query ($rule: ID!) { ${field} }`, { rule: 'no-rule' });
    expect(unknown.errors?.[0]?.extensions.code).toBe('RULE_NOT_FOUND');
  });

  it('stands in the list with its source and its status', async () => {
    const { data } = await system.ask(
      '{ quotaRules { id status notKnown sourceDate countedOn by counts validityYears } }',
    );
    expect(data.quotaRules).toHaveLength(15);
    expect(data.quotaRules.find(({ id }: { id: string }) => id === 'hung-yen-2023-by-2025')).toMatchObject({
      status: 'UNVERIFIED',
      sourceDate: null,
      countedOn: '2025-06-30',
      by: 'YEAR_RECOGNISED_FOR',
    });
  });
});

describe('what was published', () => {
  it('names real wards as printed, not scored here, and in no count', async () => {
    const before = (await check('mps-2022-11')).held;
    const { data, errors } = await system.ask(
      '{ publishedModelWards { id unit { code kind } met asked qualifier origin source } }',
    );
    expect(errors).toBeUndefined();
    expect(data.publishedModelWards).toMatchObject([
      { id: 'W1', unit: { code: '26776', kind: 'WARD' }, met: 22, asked: 22, qualifier: 'cơ bản', origin: 'PUBLISHED' },
      { id: 'W2', unit: { code: '20236' }, met: 21, qualifier: null },
      { id: 'W3', unit: { code: '00019' }, met: 21 },
    ]);
    expect((await check('mps-2022-11')).held).toBe(before);
  });

  it('keeps 24 as printed beside parts that add up to 23, and flags it', async () => {
    const { data } = await system.ask(
      '{ publishedModelWardFigures { id unit { code name } printed parts sumOfParts differs quota } }',
    );
    const byId = new Map(data.publishedModelWardFigures.map((figure: { id: string }) => [figure.id, figure]));
    expect(byId.get('W15')).toMatchObject({
      unit: { code: '77' },
      printed: 24,
      parts: [14, 6, 3],
      sumOfParts: 23,
      differs: true,
    });
    expect(byId.get('W10')).toMatchObject({
      unit: { code: '01' },
      printed: 15,
      quota: 3,
      sumOfParts: null,
      differs: false,
    });
    expect(byId.get('S26')).toMatchObject({ unit: { code: '507', name: 'Điện Bàn' }, printed: 3 });
  });
});

it('orders units by wards that are missing, equal ones in equal places', async () => {
  const { data, errors } = await system.ask(
    '{ quotaRanking(rule: "mps-2023-12") { places { rank tied shortfall unit { code } } undecided { unit { code } } } }',
  );
  expect(errors).toBeUndefined();
  const { places, undecided } = data.quotaRanking;
  expect(undecided).toEqual([]);
  expect(places).toHaveLength(106);
  const short = places.filter(({ shortfall }: { shortfall: number }) => shortfall > 0);
  expect(new Set(places.map(({ rank }: { rank: number }) => rank))).toEqual(new Set([1, 106 - short.length + 1]));
  expect(short.every(({ tied }: { tied: number }) => tied === short.length)).toBe(true);
});
