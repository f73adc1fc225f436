import { startTestSystem, type TestSystem } from '../support/test-system';

const SERIES = 'indicator: "ntm-2021-2025/19.2", year: 2025';
const STANDING = `fragment Standing on Attainment {
  met notMet unknown total countedOn ratePercent bounds { lowerPercent upperPercent } requiredCount allowance shortfall
  shortfallIfUnknownsPass verdict paceStatus pace { ratio } target { percent source inherited } method { id version }
}`;
const OWN_MAP = `query OnMap($map: Date) @asOf(map: $map) {
  country { provinces { code fullName attainment(${SERIES}) { ...Standing } } }
} ${STANDING}`;
const BOTH = `query OnMap($map: Date) @asOf(map: $map) {
  country {
    attainmentOnOwnMap(${SERIES}) { attainedUnits }
    provinces {
      code
      attainment(${SERIES}) { ...Standing }
      attainmentOnOwnMap(${SERIES}) {
        requiredCount shortfall shortfallIfUnknownsPass attainedUnits units { code fullName attainment { ...Standing } }
      }
    }
  }
} ${STANDING}`;

interface Standing {
  readonly requiredCount: number;
  readonly allowance: number;
  readonly shortfall: number;
  readonly verdict: string;
  readonly total: number;
}

interface OwnMapUnit {
  readonly code: string;
  readonly fullName: string;
  readonly attainment: Standing;
}

interface Province {
  readonly code: string;
  readonly attainment: Standing;
  readonly attainmentOnOwnMap: { requiredCount: number; shortfall: number; units: OwnMapUnit[] } | null;
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function provincesOn(query: string, map: string): Promise<Province[]> {
  const { data, errors } = await system.ask(query, { map });
  expect(errors).toBeUndefined();
  return data.country.provinces;
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

describe('a target on another map than the one it was set on', () => {
  it('is read twice for a merged province: grouped, and by each old province with its own target', async () => {
    const provinces = await provincesOn(BOTH, '2025-07-01');
    const thaiNguyen = provinces.find(({ code }) => code === '19');
    expect(thaiNguyen?.attainment).toMatchObject({ total: 216, requiredCount: 214, target: { inherited: true } });
    expect(thaiNguyen?.attainmentOnOwnMap).toMatchObject({
      requiredCount: 215,
      units: [
        {
          code: '06',
          fullName: 'Tỉnh Bắc Kạn',
          attainment: { total: 95, requiredCount: 95, target: { inherited: true } },
        },
        {
          code: '19',
          fullName: 'Tỉnh Thái Nguyên',
          attainment: { total: 121, requiredCount: 120, target: { inherited: false } },
        },
      ],
    });
  });

  it('answers for each old province what is answered on its own map, in every figure', async () => {
    const before = await provincesOn(OWN_MAP, '2025-06-30');
    const after = await provincesOn(BOTH, '2025-07-01');
    const restated = after.flatMap(({ attainmentOnOwnMap }) => attainmentOnOwnMap?.units ?? []);
    expect(restated).toHaveLength(52);
    const byCode = new Map(before.map((province) => [province.code, province]));
    for (const unit of restated) expect(unit).toEqual(byCode.get(unit.code));
  });

  it('lets the 63 provinces miss 43 communes and the 34 groups 61: both can be read on the new map', async () => {
    const provinces = await provincesOn(BOTH, '2025-07-01');
    expect(add(provinces.map(({ attainment }) => attainment.allowance))).toBe(61);
    const own = provinces.flatMap(({ attainment, attainmentOnOwnMap }) =>
      attainmentOnOwnMap ? attainmentOnOwnMap.units.map((unit) => unit.attainment) : [attainment],
    );
    expect(own).toHaveLength(63);
    expect(add(own.map(({ allowance }) => allowance))).toBe(43);
  });

  it('adds up gaps without filling one by a surplus elsewhere', async () => {
    for (const { attainmentOnOwnMap } of await provincesOn(BOTH, '2025-07-01')) {
      if (!attainmentOnOwnMap) continue;
      const gaps = attainmentOnOwnMap.units.map(({ attainment }) =>
        Math.max(0, attainment.requiredCount - (attainment as Standing & { met: number }).met),
      );
      expect(attainmentOnOwnMap.shortfall).toBe(add(gaps));
    }
  });

  it('has one reading where a unit counts for itself: every province on the own map, the country, an unmerged one', async () => {
    const own = await provincesOn(BOTH, '2025-06-30');
    expect(own.filter(({ attainmentOnOwnMap }) => attainmentOnOwnMap !== null)).toEqual([]);
    const { data } = await system.ask(BOTH, { map: '2025-07-01' });
    expect(data.country.attainmentOnOwnMap).toBeNull();
    const alone = data.country.provinces.filter((province: Province) => province.attainmentOnOwnMap === null);
    expect(alone).toHaveLength(11);
  });

  it('costs at most seven data statements, for the country and all provinces together', async () => {
    system.takeStatements();
    await provincesOn(BOTH, '2025-07-01');
    const statements = system.takeStatements();
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(7);
  });

  it('refuses a wrong indicator as the first reading does', async () => {
    const { errors } = await system.ask(
      '{ province(code: "19") { attainmentOnOwnMap(indicator: "ntm/0", year: 2025) { shortfall } } }',
    );
    expect(errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'INDICATOR_NOT_FOUND' }) }),
    ]);
  });
});
