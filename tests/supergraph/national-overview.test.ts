import { Database, SYSTEM } from '@tieuchi/subgraph-kit';
import { LedgerRepository } from '../../services/rural-security/src/tally/ledger.repository';
import { hasContract, readContract } from '../support/contract';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const OVERVIEW = `query Overview($map: Date) @asOf(map: $map) {
  country {
    attainment(indicator: "${INDICATOR}", year: 2025) { ...Standing }
    provinces { code kind attainment(indicator: "${INDICATOR}", year: 2025) { ...Standing } }
  }
}
fragment Standing on Attainment {
  met notMet unknown total countedOn requiredCount shortfall verdict origin unknownByReason { reason count }
}`;

interface Standing {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly total: number;
  readonly requiredCount: number;
  readonly unknownByReason: readonly { readonly count: number }[];
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

function sum(standings: readonly Standing[], of: 'met' | 'notMet' | 'unknown' | 'total' | 'requiredCount'): number {
  return standings.reduce((total, standing) => total + standing[of], 0);
}

describe('the national question', () => {
  it.each([
    ['2025-06-30', 63, 7_649],
    ['2022-12-31', 63, 7_649],
    ['2025-07-01', 34, 7_631],
    ['2026-04-30', 34, 7_631],
  ])(
    'groups the communes of 30 June 2025 under the provinces of %s, and the counts add up',
    async (map, provinces, required) => {
      const { data, errors } = await system.ask(OVERVIEW, { map });
      expect(errors).toBeUndefined();
      const standings: Standing[] = data.country.provinces.map(
        (province: { attainment: Standing }) => province.attainment,
      );
      expect(standings).toHaveLength(provinces);
      for (const count of ['met', 'notMet', 'unknown', 'total'] as const) {
        expect(sum(standings, count)).toBe(data.country.attainment[count]);
      }
      expect(data.country.attainment).toMatchObject({
        met: 7_550,
        notMet: 72,
        unknown: 70,
        total: 7_692,
        requiredCount: 7_616,
        countedOn: '2025-06-30',
        verdict: 'UNDECIDED',
        origin: 'SYNTHETIC',
      });
      expect(sum(standings, 'requiredCount')).toBe(required);
    },
  );

  it('splits every unknown by its reason', async () => {
    const { data } = await system.ask(OVERVIEW, { map: '2025-06-30' });
    const standings: Standing[] = [data.country, ...data.country.provinces].map(({ attainment }) => attainment);
    for (const { unknown, unknownByReason } of standings) {
      expect(unknownByReason.reduce((total, { count }) => total + count, 0)).toBe(unknown);
    }
  });

  it('counts the 216 communes of the two provinces that became Thái Nguyên', async () => {
    const province = `province(code: "19") { id attainment(indicator: "${INDICATOR}", year: 2025) { total countedOn } }`;
    const before = await system.ask(`query @asOf(map: "2025-06-30") { ${province} }`);
    const after = await system.ask(`query @asOf(map: "2025-07-01") { ${province} }`);
    expect(before.data.province.attainment).toEqual({ total: 121, countedOn: '2025-06-30' });
    expect(after.data.province.attainment).toEqual({ total: 216, countedOn: '2025-06-30' });
    expect(after.data.province.id).not.toBe(before.data.province.id);
  });

  it('has no districts and 3,321 communes on the map of 1 July 2025', async () => {
    const { data } = await system.ask(
      'query @asOf(map: "2025-07-01") { country { provinces { districts { code } communes(first: 1) { totalCount } } } }',
    );
    const provinces: { districts: unknown[]; communes: { totalCount: number } }[] = data.country.provinces;
    expect(provinces.flatMap(({ districts }) => districts)).toEqual([]);
    expect(provinces.reduce((total, { communes }) => total + communes.totalCount, 0)).toBe(3_321);
  });

  it('agrees with another count of the same rows', async () => {
    const rows = await system.database.query<{ code: string; met: number; not_met: number; total: number }>(
      `select p.code, count(*)::int as total, count(*) filter (where a.verdict = 'MET')::int as met,
         count(*) filter (where a.verdict = 'NOT_MET')::int as not_met
       from geography.unit_version c
       join geography.unit_version d on d.unit_id = c.parent_id and d.valid @> date '2025-06-30'
       join geography.unit_version p on p.unit_id = d.parent_id and p.valid @> date '2025-06-30'
       left join rural_security.assessment a on a.unit_id = c.unit_id and a.year = 2025 and a.recorded_to is null
       where c.kind = 'RURAL_COMMUNE' and c.valid @> date '2025-06-30' group by p.code`,
    );
    const oracle = new Map(rows.map(({ code, total, met, not_met: notMet }) => [code, { total, met, notMet }]));
    const { data } = await system.ask(OVERVIEW, { map: '2025-06-30' });
    expect(oracle.size).toBe(63);
    for (const { code, attainment } of data.country.provinces)
      expect(attainment).toMatchObject(oracle.get(code) as object);
  });

  it('costs at most six data statements, for 63 provinces as for 34', async () => {
    for (const map of ['2025-06-30', '2025-07-01']) {
      system.takeStatements();
      const quota = OVERVIEW.replace('code kind', 'code kind modelWardQuota(rule: "mps-2022-11") { held }');
      await system.ask(quota, { map });
      const statements = system.takeStatements();
      expect(statements.length).toBeGreaterThan(0);
      expect(statements.length).toBeLessThanOrEqual(6);
    }
  });

  it('answers for a closed day what was known then: nothing of 2025 before its first submissions', async () => {
    const asked = OVERVIEW.replace(
      '($map: Date) @asOf(map: $map)',
      '($day: Date) @asOf(map: "2025-06-30", knownOn: $day)',
    );
    const before = await system.ask(asked, { day: '2025-01-31' });
    expect(before.data.country.attainment).toMatchObject({ met: 0, notMet: 0, unknown: 7_692, verdict: 'NO_DATA' });
    const later = await system.ask(asked, { day: '2026-11-01' });
    expect(later.data.country.attainment).toMatchObject({ met: 7_550, notMet: 72, unknown: 70 });
  });

  it('needs the ledger of a unit to stay small: at most 2 kB', async () => {
    const rows = await system.database.query<{ unit_id: string }>(
      `select distinct unit_id from rural_security.register_unit_version where level in ('COUNTRY', 'PROVINCE')`,
    );
    const database = await Database.connect({ url: system.database.adminUrl, schema: 'rural_security' });
    const asOf = { map: '2025-07-01', knownOn: null, today: '2026-11-21' };
    const ledgers = await new LedgerRepository(database, SYSTEM, null).findLedgersByUnitIds(
      rows.map((row) => row.unit_id),
      asOf,
    );
    await database.close();
    expect(Math.max(...ledgers.map(({ ledger }) => Buffer.byteLength(ledger)))).toBeLessThanOrEqual(2_048);
  });
});

(hasContract ? describe : describe.skip)('the operations that clients rely on', () => {
  const variables = { indicator: INDICATOR, year: 2025, rule: 'mps-2022-11' };

  it('answers national-overview unchanged', async () => {
    system.takeStatements();
    const { data, errors } = await system.ask(readContract('national-overview'), variables);
    expect(errors).toBeUndefined();
    expect(system.takeStatements().length).toBeLessThanOrEqual(6);
    const { provinces } = data.country;
    expect(provinces).toHaveLength(63);
    const cities = provinces.filter(
      ({ modelWardQuota }: { modelWardQuota: { required: number } }) => modelWardQuota.required === 3,
    );
    expect(cities.map(({ code }: { code: string }) => code)).toEqual(['01', '31', '48', '79', '92']);
  });

  it('answers quota-check unchanged, with 73 required', async () => {
    const { data, errors } = await system.ask(readContract('quota-check'), { rule: 'mps-2022-11' });
    expect(errors).toBeUndefined();
    expect(data.quotaCheck).toMatchObject({ required: 73, held: 172, shortfall: 0, fulfilled: true });
    expect(data.quotaCheck.standings).toHaveLength(63);
    expect(data.quotaCheck.standings.every(({ unit }: { unit: { name: string } }) => unit.name.length > 0)).toBe(true);
  });

  it('answers unit-history unchanged on both sides of 1 July 2025', async () => {
    const before = await system.ask(readContract('unit-history'), { code: '19', on: '2025-06-30' });
    expect(before.errors).toBeUndefined();
    expect(before.data.province).toMatchObject({
      fullName: 'Tỉnh Thái Nguyên',
      validFrom: null,
      validTo: '2025-06-30',
    });
    const after = await system.ask(readContract('unit-history'), { code: '19', on: '2025-07-01' });
    expect(after.data.province.predecessors.map(({ unit }: { unit: { code: string } }) => unit.code).sort()).toEqual([
      '06',
      '19',
    ]);
    expect(after.data.province).toMatchObject({ validFrom: '2025-07-01', validTo: null });
  });
});
