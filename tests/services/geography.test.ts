import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const STATES = [
  {
    day: '2022-12-31',
    provinces: 63,
    districts: 705,
    communes: 10_599,
    wards: 1_737,
    townships: 614,
    rural: 8_248,
    zones: 0,
  },
  {
    day: '2025-06-30',
    provinces: 63,
    districts: 696,
    communes: 10_035,
    wards: 1_726,
    townships: 617,
    rural: 7_692,
    zones: 0,
  },
  {
    day: '2025-07-01',
    provinces: 34,
    districts: 0,
    communes: 3_321,
    wards: 687,
    townships: 0,
    rural: 2_621,
    zones: 13,
  },
  {
    day: '2026-04-30',
    provinces: 34,
    districts: 0,
    communes: 3_321,
    wards: 697,
    townships: 0,
    rural: 2_611,
    zones: 13,
  },
];

describe('the loaded maps', () => {
  it.each(STATES)('hold the exact totals by kind on $day', async ({ day, ...totals }) => {
    const [found] = await system.database.query(
      `select count(*) filter (where level = 'PROVINCE')::int as provinces,
         count(*) filter (where level = 'DISTRICT')::int as districts,
         count(*) filter (where level = 'COMMUNE')::int as communes,
         count(*) filter (where kind = 'WARD')::int as wards, count(*) filter (where kind = 'TOWNSHIP')::int as townships,
         count(*) filter (where kind = 'RURAL_COMMUNE')::int as rural, count(*) filter (where kind = 'SPECIAL_ZONE')::int as zones
       from geography.unit_version where valid @> $1::date`,
      [day],
    );
    expect(found).toEqual(totals);
  });

  it.each(STATES)('give every unit exactly one parent that holds on $day', async ({ day }) => {
    const orphans = await system.database.query(
      `select c.unit_id from geography.unit_version c
       where c.valid @> $1::date and c.level <> 'COUNTRY' and 1 <> (
         select count(*) from geography.unit_version p where p.unit_id = c.parent_id and p.valid @> $1::date)`,
      [day],
    );
    expect(orphans).toEqual([]);
  });

  it('cannot hold two versions of a unit, or two units of a code, on one day: the database refuses', async () => {
    const copy = (set: string) =>
      system.database.query(
        `insert into geography.unit_version select (jsonb_populate_record(v, ${set})).* from geography.unit_version v
         where v.level = 'PROVINCE' and v.code = '19' and v.valid @> date '2025-06-30' limit 1`,
      );
    await expect(copy(`'{}'`)).rejects.toMatchObject({ code: '23P01' });
    await expect(copy(`jsonb_build_object('unit_id', 'P-01')`)).rejects.toMatchObject({ code: '23P01' });
  });

  it('cannot say of a version another life than its unit has: the database refuses', async () => {
    const shorten = system.database.query(
      "update geography.unit_version set life = daterange(lower(life), '2025-06-30') where unit_id = 'VN'",
    );
    await expect(shorten).rejects.toMatchObject({ code: '23503' });
  });

  it('are the same in every service that keeps a register', async () => {
    const digest = (table: string) =>
      system.database.query(
        `select md5(string_agg(concat_ws('|', unit_id, level, code, kind, district_id, province_id, valid), E'\\n' order by unit_id, valid)) as digest
         from ${table}`,
      );
    const own = await digest('geography.unit_version');
    expect(await digest('rural_security.register_unit_version')).toEqual(own);
    expect(await digest('model_ward.register_unit_version')).toEqual(own);
  });

  it.each(['15', '24', '44', '52', '80', '82', '91'])(
    'name another province with the code %s after 1 July 2025',
    async (code) => {
      const ask = async (map: string) => {
        const { data } = await system.ask(`query @asOf(map: "${map}") { province(code: "${code}") { id name } }`);
        return data.province;
      };
      const [before, after] = [await ask('2025-06-30'), await ask('2025-07-01')];
      expect(after.id).not.toBe(before.id);
      expect(after.name).not.toBe(before.name);
    },
  );

  it('show parents, lineage and both languages through the gateway', async () => {
    const { data, errors } = await system.ask(`query @asOf(map: "2025-07-01") {
      province(code: "19") {
        fullName fullNameEn: fullName(language: EN) parent { code level }
        predecessors { kind effectiveOn decision linksComplete unit { code fullName validTo } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.province).toEqual({
      fullName: 'Tỉnh Thái Nguyên',
      fullNameEn: 'Thai Nguyen province',
      parent: { code: 'VN', level: 'COUNTRY' },
      predecessors: ['06', '19'].map((code) => ({
        kind: 'WHOLE',
        effectiveOn: '2025-07-01',
        decision: '202/2025/QH15',
        linksComplete: true,
        unit: { code, fullName: code === '06' ? 'Tỉnh Bắc Kạn' : 'Tỉnh Thái Nguyên', validTo: '2025-06-30' },
      })),
    });
  });
});

describe('a database begun for real data', () => {
  it('answers with no result at all, and does not call that a failure', async () => {
    const { data, errors } = await system.ask(
      `query @asOf(map: "2025-06-30") { country { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown total verdict origin ratePercent } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.country.attainment).toEqual({
      met: 0,
      notMet: 0,
      unknown: 7_692,
      total: 7_692,
      verdict: 'NO_DATA',
      origin: 'RECORDED',
      ratePercent: null,
    });
  });
});

describe('a code that a table prints for a unit beside its own', () => {
  it.each([
    ['2025-06-30', 'C-06970', '06970'],
    ['2025-07-01', 'C-06978-20250701', '06978'],
  ])('finds on the map of %s whoever has it there: %s', async (map, id, code) => {
    const { data, errors } = await system.ask(`query @asOf(map: "${map}") { commune(code: "06970") { id code } }`);
    expect(errors).toBeUndefined();
    expect(data.commune).toEqual({ id, code });
  });
});

describe('a day between two loaded maps', () => {
  it.each([
    ['2022-12-31', '2022-12-31', true],
    ['2023-06-01', '2022-12-31', false],
    ['2025-06-29', '2022-12-31', false],
    ['2025-06-30', '2025-06-30', true],
    ['2026-04-29', '2025-07-01', true],
    ['2026-11-21', '2026-04-30', true],
  ])('%s is answered by %s, and says whether that is exact', async (day, answeredBy, mapExact) => {
    const { data, errors } = await system.ask(
      `query @asOf(map: "${day}") { mapState { day answeredBy mapExact provinces } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.mapState).toEqual({ day, answeredBy, mapExact, provinces: day < '2025-07-01' ? 63 : 34 });
  });

  it('rests on equal codes, and the units say so', async () => {
    const ask = async (map: string, code: string) => {
      const { data } = await system.ask(
        `query @asOf(map: "${map}") { commune(code: "${code}") { continuityAssumed } province(code: "01") { continuityAssumed } }`,
      );
      return data;
    };
    expect(await ask('2025-06-30', '05431')).toEqual({
      commune: { continuityAssumed: true },
      province: { continuityAssumed: false },
    });
    expect((await ask('2025-07-01', '00004')).commune).toEqual({ continuityAssumed: false });
  });
});
