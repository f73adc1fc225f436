import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Client } from 'pg';
import { startTestSystem, type TestSystem } from '../support/test-system';

const HISTORY = `query History($code: String!, $on: Date!) @asOf(map: $on) {
  province(code: $code) {
    id fullName validFrom validTo
    predecessors { unit { id code fullName } kind effectiveOn decision linksComplete }
    successors { unit { id code fullName } kind effectiveOn decision linksComplete }
  }
}`;
const TALLY = 'securityTallies(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown total unplaced }';

interface Counts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly total: number;
  readonly unplaced: number;
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

describe('what became of a province', () => {
  it.each([
    ['19', ['06', '19']],
    ['30', null],
    ['62', null],
    ['68', ['60', '67', '68']],
    ['77', null],
  ])('with the code %s is told on both sides of 1 July 2025', async (code, predecessors) => {
    const before = await system.ask(HISTORY, { code, on: '2025-06-30' });
    expect(before.errors).toBeUndefined();
    const { province: old } = before.data;
    expect(old).toMatchObject({ validFrom: null, validTo: '2025-06-30', predecessors: [] });
    expect(old.successors).toHaveLength(1);
    expect(old.successors[0]).toMatchObject({ kind: 'WHOLE', effectiveOn: '2025-07-01', linksComplete: true });

    const after = await system.ask(HISTORY, { code, on: '2025-07-01' });
    if (predecessors === null) {
      expect(after.data.province).toBeNull();
      expect(after.errors?.[0]?.extensions.code).toBe('UNIT_NOT_FOUND');
      expect(after.errors?.[0]?.message).toContain(old.successors[0].unit.code);
    } else {
      expect(after.data.province.id).not.toBe(old.id);
      expect(after.data.province.predecessors.map(({ unit }: { unit: { code: string } }) => unit.code).sort()).toEqual(
        predecessors,
      );
    }
  });

  it('costs the same statements for a province as for all of them', async () => {
    const lineage = '{ code successors { unit { code } } predecessors { unit { code } } parent { code } }';
    const costs: number[] = [];
    for (const asked of [`province(code: "19") ${lineage}`, `country { provinces ${lineage} }`]) {
      system.takeStatements();
      const { errors } = await system.ask(`query @asOf(map: "2025-06-30") { ${asked} }`);
      expect(errors).toBeUndefined();
      costs.push(system.takeStatements().length);
    }
    // the country itself is one more
    expect((costs[1] ?? 0) - (costs[0] ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe('on the map on which they are counted', () => {
  it('communes add up to their district, districts to their province, provinces to the country', async () => {
    const { data } = await system.ask(
      `query @asOf(map: "2025-06-30") { country { ${TALLY} provinces { ${TALLY} districts { ${TALLY} } } } }`,
    );
    const provinces: { securityTallies: [Counts]; districts: { securityTallies: [Counts] }[] }[] =
      data.country.provinces;
    expectSum(
      data.country.securityTallies[0],
      provinces.map(({ securityTallies }) => securityTallies[0]),
    );
    for (const { securityTallies, districts } of provinces) {
      expectSum(
        securityTallies[0],
        districts.map((district) => district.securityTallies[0]),
      );
    }
    const districts = await system.ask(
      `query @asOf(map: "2025-06-30") { province(code: "19") { districts { ${TALLY} communes(first: 100) { nodes { ${TALLY} } } } } }`,
    );
    for (const { securityTallies, communes } of districts.data.province.districts) {
      expectSum(
        securityTallies[0],
        communes.nodes.map((node: { securityTallies: [Counts] }) => node.securityTallies[0]),
      );
    }
  });

  it('grouping there and back is the identity', async () => {
    const client = new Client({
      connectionString: system.database.urlsOf(RURAL_SECURITY_ROLES).appUrl,
      options: '-c search_path=rural_security,public',
    });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as provinces, count(*) filter (where there.group_id is null)::int as unplaced,
         count(*) filter (where not v.unit_id = any(array(
           select back.unit_id from group_units('PROVINCE', '2025-06-30', '2025-07-01') back
           where back.group_id = there.group_id)))::int as lost
       from register_unit_version v
       left join group_units('PROVINCE', '2025-06-30', '2025-07-01') there on there.unit_id = v.unit_id
       where v.level = 'PROVINCE' and v.valid @> date '2025-06-30'`,
    );
    await client.end();
    expect(rows).toEqual([{ provinces: 63, unplaced: 0, lost: 0 }]);
  });
});

function expectSum(whole: Counts, parts: readonly Counts[]) {
  for (const count of ['met', 'notMet', 'unknown', 'total', 'unplaced'] as const) {
    expect(parts.reduce((sum, part) => sum + part[count], 0)).toBe(whole[count]);
  }
}
