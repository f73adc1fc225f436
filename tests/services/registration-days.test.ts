import { Role } from '@tieuchi/subgraph-kit';
import { signIn } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { signInWardOfficers, takeWardStep, type WardOfficers } from '../support/ward-officers';
import { onWards } from '../support/ward-rows';

/** A recognised ward of Đà Nẵng, which needs every ward that it has: the quota of 2022 asks three. */
const WARD_CODE = '20218';
let system: TestSystem;
let officers: WardOfficers;

beforeAll(async () => {
  system = await startTestSystem('demo');
  officers = await signInWardOfficers(system, '48', '2022-12-31');
}, 60_000);
afterAll(() => system.stop());

async function shortfall(): Promise<number> {
  const { data, errors } = await system.ask('{ quotaCheck(rule: "mps-2022-11") { shortfall } }');
  expect(errors).toBeUndefined();
  return data.quotaCheck.shortfall;
}
const register = (unitCode: string, expectedVersion: number | null, registeredOn: string | null, year = 2023) =>
  takeWardStep(officers.enterer, 'registerModelWard', { unitCode, year, expectedVersion, registeredOn });
const WRONG_DAY = { code: 'BAD_USER_INPUT', path: ['registeredOn'] };

describe('a ward that was taken back', () => {
  it('counts from its new registration on, and by no day on or before its revocation', async () => {
    expect(await shortfall()).toBe(0);
    const decision = { decisionNumber: '9/QĐ', decidedOn: '2025-01-10', issuer: 'Bộ', reason: 'sai' };
    const about = { unitCode: WARD_CODE, year: 2023, expectedVersion: 5, ...decision };
    expect((await takeWardStep(officers.minister, 'revokeModelWard', about)).userErrors).toEqual([]);
    expect(await shortfall()).toBe(1);
    for (const day of ['2023-06-01', '2025-01-10']) {
      const { userErrors } = await register(WARD_CODE, 6, day);
      expect(userErrors).toMatchObject([WRONG_DAY]);
      expect(userErrors[0]?.message).toContain('REVOKED since 2025-01-10');
    }
    const again = await register(WARD_CODE, 6, '2025-01-11');
    expect(again).toMatchObject({ userErrors: [], modelWard: { state: 'REGISTERED', registeredOn: '2025-01-11' } });
    expect(await shortfall()).toBe(1);
  });

  it('is registered by no day on or before its withdrawal, which is the day it was recorded', async () => {
    const [row] = await system.database.query<{ code: string; version: number; today: string }>(
      `select v.code, w.version, (now() at time zone 'Asia/Ho_Chi_Minh')::date as today from model_ward.pilot_ward w
       join model_ward.register_unit_version v on v.unit_id = w.ward_id and v.valid @> date '2022-12-31'
       join model_ward.register_unit_version p on p.unit_id = v.province_id and p.code = '48' and p.valid @> date '2022-12-31'
       where w.recorded_to is null and w.state in ('REGISTERED', 'APPRAISED', 'PROPOSED') order by v.code limit 1`,
    );
    const { code, version, today } = row!;
    const about = { unitCode: code, year: 2023, expectedVersion: version, reason: 'nhầm' };
    expect((await takeWardStep(officers.enterer, 'withdrawModelWard', about)).userErrors).toEqual([]);
    for (const day of ['2023-06-01', null]) {
      const { userErrors } = await register(code, version + 1, day);
      expect(userErrors).toMatchObject([WRONG_DAY]);
      expect(userErrors[0]?.message).toContain(`WITHDRAWN since ${today}`);
    }
  });
});

describe('the day of a registration', () => {
  it.each([
    ['1900-01-01', 'the pilot, which begins on 2021-01-01'],
    ['2025-07-01', 'until 2025-06-30'],
    [null, 'until 2025-06-30'],
  ])('%s is refused for a ward that ended on 30 June 2025, with the days', async (registeredOn, why) => {
    const [row] = await onWards<{ code: string }>(
      system,
      `select v.code from register_unit_version v join register_unit_version p on p.unit_id = v.province_id
       where v.kind = 'WARD' and upper(v.valid) = '2025-07-01' and p.code = '48' and p.valid @> date '2025-06-30'
         and not exists (select from pilot_ward w where w.ward_id = v.unit_id) order by v.code limit 1`,
    );
    const { userErrors } = await register(row!.code, null, registeredOn, 2025);
    expect(userErrors).toMatchObject([WRONG_DAY]);
    expect(userErrors[0]?.message).toContain(why);
  });

  it('is none before the first map that has the ward, where another map is loaded before', async () => {
    const [row] = await onWards<{ code: string; first: string; before: string }>(
      system,
      `select v.code, lower(v.valid) as first, lower(v.valid) - 1 as before from register_unit_version v
       where v.kind = 'WARD' and v.valid @> date '2025-06-30' and not exists (select from register_unit_version o
         where o.unit_id = v.unit_id and (lower(o.valid) is null or lower(o.valid) < lower(v.valid)))
       order by v.code limit 1`,
    );
    const everywhere = await signIn(system, { subject: 'everywhere', role: Role.COMMUNE_OFFICER, scope: 'VN' });
    const on = (registeredOn: string) =>
      takeWardStep(everywhere, 'registerModelWard', { unitCode: row!.code, year: 2025, registeredOn });
    const { userErrors } = await on(row!.before);
    expect(userErrors).toMatchObject([WRONG_DAY]);
    expect(userErrors[0]?.message).toContain(`from ${row!.first}`);
    expect((await on(row!.first)).userErrors).toEqual([]);
  });
});
