import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { Client } from 'pg';
import { startTestSystem, type TestSystem } from '../support/test-system';

const CHECK = `query Check($rule: ID!, $day: Date) @asOf(knownOn: $day) {
  quotaCheck(rule: $rule) {
    required held shortfall fulfilled rule { status words reading counts }
    standings { unit { code name level } countedAs required held shortfall fulfilled }
  }
}`;

interface Standing {
  readonly unit: { code: string; name: string; level: string };
  readonly countedAs: string;
  readonly required: number;
  readonly held: number;
  readonly shortfall: number;
  readonly fulfilled: boolean;
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function check(rule: string, day: string | null = null) {
  const { data, errors } = await system.ask(CHECK, { rule, day });
  expect(errors).toBeUndefined();
  const short: Standing[] = data.quotaCheck.standings.filter(({ fulfilled }: Standing) => !fulfilled);
  return { ...data.quotaCheck, short };
}

/** Closes the open row of a pilot ward and adds one that differs, as a correction does. */
async function amend(wardId: string, changed: { state?: string; registered_on?: string }) {
  const client = new Client({
    connectionString: system.database.urlsOf(MODEL_WARD_ROLES).appUrl,
    options: '-c search_path=model_ward,public',
  });
  await client.connect();
  await client.query(
    "select set_config('app.actor', 'tester', false), set_config('app.role', 'APPRAISER', false), set_config('app.scope', 'VN', false)",
  );
  await client.query('begin');
  const { rows } = await client.query(
    'update pilot_ward set recorded_to = clock_timestamp() where ward_id = $1 and recorded_to is null returning *',
    [wardId],
  );
  const row = { ...rows[0], ...changed };
  await client.query(
    `insert into pilot_ward (ward_id, state, registered_on, criteria_asked, self_met, appraised_met)
     values ($1, $2, $3, 22, $4, $5)`,
    [wardId, row.state === 'RECOGNISED' ? 'PROPOSED' : row.state, row.registered_on, row.self_met, row.appraised_met],
  );
  await client.query('commit');
  await client.end();
}

async function wardsOf(provinceCode: string): Promise<string[]> {
  const rows = await system.database.query<{ ward_id: string }>(
    `select w.ward_id from model_ward.pilot_ward w
     join model_ward.register_unit_version v on v.unit_id = w.ward_id and v.valid @> date '2022-12-31'
     join geography.unit p on p.id = v.province_id
     where w.recorded_to is null and p.code = $1 order by w.ward_id`,
    [provinceCode],
  );
  return rows.map((row) => row.ward_id);
}

describe('the quota of November 2022', () => {
  it('asks three of each of the five cities of 2022, one of each other province, 73 in all', async () => {
    const { required, standings, fulfilled } = await check('mps-2022-11');
    expect({ required, fulfilled }).toEqual({ required: 73, fulfilled: true });
    const cities = (standings as Standing[]).filter((standing) => standing.required === 3);
    expect(cities.map(({ unit }) => unit.code)).toEqual(['01', '31', '48', '79', '92']);
    // Huế became centrally run in 2025: the rule's map says what it was
    expect(standings.find(({ unit }: Standing) => unit.code === '46')).toMatchObject({
      countedAs: 'PROVINCE',
      required: 1,
    });
  });

  it('is short by exactly the one ward that Đà Nẵng withdraws, though the country has far more than 73', async () => {
    const [ward] = await wardsOf('48');
    await amend(ward as string, { state: 'WITHDRAWN' });
    const { held, shortfall, fulfilled, short } = await check('mps-2022-11');
    expect({ held, shortfall, fulfilled }).toEqual({ held: 171, shortfall: 1, fulfilled: false });
    expect(short).toEqual([
      {
        unit: { code: '48', name: 'Đà Nẵng', level: 'PROVINCE' },
        countedAs: 'CENTRALLY_RUN_CITY',
        required: 3,
        held: 2,
        shortfall: 1,
        fulfilled: false,
      },
    ]);
  });

  it('still answers as it was known before the withdrawal', async () => {
    expect(await check('mps-2022-11', '2026-11-01')).toMatchObject({ held: 172, fulfilled: true });
    expect(await check('mps-2022-11', '2022-12-31')).toMatchObject({ required: 73, fulfilled: false });
  });

  it('does not count a ward that was registered after the deadline', async () => {
    const [ward] = await wardsOf('92');
    await amend(ward as string, { registered_on: '2024-01-01' });
    const { standings } = await check('mps-2022-11');
    expect(standings.find(({ unit }: Standing) => unit.code === '92')).toMatchObject({ held: 5, shortfall: 0 });
  });
});

describe('the quota of December 2023', () => {
  it('names 48 districts and 58 provinces, and a surplus elsewhere fills no gap', async () => {
    const { required, held, standings, short, rule } = await check('mps-2023-12', '2026-11-01');
    expect(required).toBe(106);
    expect(held).toBe(172);
    expect(standings.filter(({ unit }: Standing) => unit.level === 'DISTRICT')).toHaveLength(48);
    expect(standings.filter(({ unit }: Standing) => unit.level === 'PROVINCE')).toHaveLength(58);
    expect(short).toHaveLength(3);
    expect(short.every(({ unit }: Standing) => ['490', '491', '492', '493', '494', '495'].includes(unit.code))).toBe(
      true,
    );
    expect(rule.status).toBe('INFERENCE');
  });
});

it('costs the same statements for 106 units as for one', async () => {
  system.takeStatements();
  await check('mps-2023-12');
  expect(system.takeStatements().length).toBeLessThanOrEqual(2);
});

describe('the second reading of a quota, on another map', () => {
  const CARRIED = `query Carried($rule: ID!, $map: Date) @asOf(map: $map) {
    quotaCheck(rule: $rule) {
      required held shortfall
      carried { map required held shortfall fulfilled unplaced standings { unit { code } countedAs required held shortfall units } }
    }
    country { provinces { code modelWardQuota(rule: $rule) { required } carriedModelWardQuota(rule: $rule) { required held units } } }
  }`;

  it('moves what is required and what is held together: 73 on 34 provinces, 106 with the districts of the cities', async () => {
    for (const [rule, required] of [
      ['mps-2022-11', 73],
      ['mps-2023-12', 106],
    ] as const) {
      const { data, errors } = await system.ask(CARRIED, { rule, map: '2025-07-01' });
      expect(errors).toBeUndefined();
      const { carried, ...own } = data.quotaCheck;
      expect(carried).toMatchObject({ map: '2025-07-01', required, held: own.held, unplaced: 0 });
      expect(carried.standings).toHaveLength(34);
      expect(own.required).toBe(required);
      const byProvince = data.country.provinces.map(
        (province: { carriedModelWardQuota: { required: number } | null }) =>
          province.carriedModelWardQuota?.required ?? 0,
      );
      expect(byProvince.reduce((sum: number, count: number) => sum + count, 0)).toBe(required);
    }
  });

  it('groups TP Hồ Chí Minh with Bình Dương and Bà Rịa–Vũng Tàu, and leaves the rule to its own units', async () => {
    const { data } = await system.ask(CARRIED, { rule: 'mps-2023-12', map: '2025-07-01' });
    const city = data.country.provinces.find(({ code }: { code: string }) => code === '79');
    expect(city).toMatchObject({ modelWardQuota: null, carriedModelWardQuota: { required: 19, units: 19 } });
  });

  it('is the same as the check on the own map', async () => {
    const { data } = await system.ask(CARRIED, { rule: 'mps-2022-11', map: '2022-12-31' });
    const { carried, ...own } = data.quotaCheck;
    expect(carried).toMatchObject(own);
    expect(carried.standings).toHaveLength(63);
    const named = data.country.provinces.map((province: { modelWardQuota: object; carriedModelWardQuota: object }) => [
      province.modelWardQuota,
      province.carriedModelWardQuota,
    ]);
    for (const [rule, moved] of named) expect(moved).toMatchObject(rule);
  });

  it('can hide a gap, which the rule itself still shows', async () => {
    const wards = await wardsOf('30');
    for (const ward of wards) await amend(ward, { state: 'WITHDRAWN' });
    const { data } = await system.ask(CARRIED, { rule: 'mps-2022-11', map: '2025-07-01' });
    const { short } = await check('mps-2022-11');
    expect(short.map(({ unit }: Standing) => unit.code)).toContain('30');
    const group = data.quotaCheck.carried.standings.find(({ unit }: Standing) => unit.code === '31');
    expect(group).toMatchObject({ required: 4, shortfall: 0, units: 2 });
    expect(data.quotaCheck.carried.shortfall).toBeLessThan(data.quotaCheck.shortfall);
  });

  it('refuses an unknown rule under a unit', async () => {
    const { errors } = await system.ask('{ province(code: "19") { carriedModelWardQuota(rule: "none") { held } } }');
    expect(errors?.[0]?.extensions.code).toBe('RULE_NOT_FOUND');
  });
});
