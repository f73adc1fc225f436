import { hasContract, readContract } from '../support/contract';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ADVANCED = 'ntm-advanced-2021-2025/19.2';
const COMMUNES = 'ntm-2021-2025/19.2';

let demo: TestSystem;
let real: TestSystem;
beforeAll(async () => {
  [demo, real] = await Promise.all([startTestSystem('demo'), startTestSystem('real')]);
}, 120_000);
afterAll(() => Promise.all([demo.stop(), real.stop()]));

describe('alternatives', () => {
  it('stand side by side in one request: over all communes and over recognised ones, of several indicators', async () => {
    const { data, errors } = await demo.ask(`query @asOf(map: "2025-06-30") { country {
      byDefault: attainment(indicator: "${ADVANCED}", year: 2025) { population total requiredCount }
      all: attainment(indicator: "${ADVANCED}", year: 2025, population: "ALL_COMMUNES") { population total requiredCount }
      recognised: attainment(indicator: "${ADVANCED}", year: 2025, population: "RECOGNISED_NTM") { population total }
      other: attainment(indicator: "${COMMUNES}", year: 2025) { population total requiredCount }
    } }`);
    expect(errors).toBeUndefined();
    const { byDefault, all, recognised, other } = data.country;
    expect(all).toEqual(byDefault);
    expect(all).toMatchObject({ population: 'ALL_COMMUNES', total: 7692, requiredCount: 3846 });
    // which communes are recognised is not loaded: none is, and that is not the same as all
    expect(recognised).toMatchObject({ population: 'RECOGNISED_NTM', total: 0 });
    expect(other).toMatchObject({ total: 7692, requiredCount: 7616 });
  });

  it('are taken against the own target of a province or against the country’s, by their version', async () => {
    const { data, errors } = await demo.ask(`query @asOf(map: "2025-06-30") { province(code: "19") {
      own: attainment(indicator: "${COMMUNES}", year: 2025) { target { version inherited } }
      national: attainment(indicator: "${COMMUNES}", year: 2025, targetVersion: "2022-08-02") {
        target { version inherited source } requiredCount explanation { key text } }
    } }`);
    expect(errors).toBeUndefined();
    const { own, national } = data.province;
    expect(own.target).toEqual({ version: '2022-11-23', inherited: false });
    expect(national.target).toMatchObject({ version: '2022-08-02', inherited: true });
    // the explanation is of the target that was asked for
    const step = national.explanation.find(({ key }: { key: string }) => key === 'TARGET');
    expect(step.text).toContain(national.target.source);
  });

  it.each([
    ['population: "NOBODY"', 'POPULATION_NOT_FOUND', 'ALL_COMMUNES, COMMUNES_IN_PROGRAMME, RECOGNISED_NTM'],
    ['targetVersion: "1999-01-01"', 'TARGET_NOT_FOUND', '2022-11-23, 2022-08-02'],
    ['method: "attainment-by-feeling"', 'METHOD_NOT_FOUND', 'attainment-linear'],
  ])('that there are not (%s) are refused with %s and what there is', async (argument, code, known) => {
    const { data, errors } = await demo.ask(`query @asOf(map: "2025-06-30") { province(code: "19") { name
      attainment(indicator: "${COMMUNES}", year: 2025, ${argument}) { verdict } } }`);
    expect(data.province).toEqual({ name: 'Thái Nguyên', attainment: null });
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining(known) })]);
    expect(errors?.[0]).toMatchObject({ path: ['province', 'attainment'], extensions: { code } });
  });

  it('of the method are named by attainmentMethods', async () => {
    const { data } = await demo.ask(`query @asOf(map: "2025-06-30") { attainmentMethods { id version }
      country { attainment(indicator: "${COMMUNES}", year: 2025, method: "attainment-linear") { method { id version } } } }`);
    expect(data.attainmentMethods).toContainEqual(data.country.attainment.method);
  });
});

describe('a series', () => {
  const SERIES = `attainmentSeries(indicator: "${COMMUNES}") { year countedOn breaks attainment { met total verdict } }`;

  it('answers each year as it is answered alone, and marks the years of other criteria', async () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const alone = years.map(
      (year) => `y${year}: attainment(indicator: "${COMMUNES}", year: ${year}) { met total verdict }`,
    );
    const { data, errors } = await demo.ask(
      `query @asOf(map: "2025-06-30") { province(code: "19") { ${SERIES} ${alone.join(' ')} } }`,
    );
    expect(errors).toBeUndefined();
    const { attainmentSeries, ...single } = data.province;
    expect(attainmentSeries.map(({ attainment }: { attainment: object }) => attainment)).toEqual(
      years.map((year) => single[`y${year}`]),
    );
    expect(attainmentSeries.map(({ breaks }: { breaks: string[] }) => breaks)).toEqual([
      [],
      ['OTHER_CRITERIA'],
      [],
      ['OTHER_CRITERIA'],
      [],
    ]);
  });

  it('breaks where the units of another map are counted', async () => {
    const { data, errors } = await real.ask(`query @asOf(map: "2026-11-15") { country {
      attainmentSeries(indicator: "safe-unit/tt124") { year countedOn breaks attainment { total verdict requiredCount } } } }`);
    expect(errors).toBeUndefined();
    const points: {
      year: number;
      countedOn: string;
      breaks: string[];
      attainment: { total: number; verdict: string; requiredCount: number | null };
    }[] = data.country.attainmentSeries;
    // no source sets a target for it: that is an answer, too
    expect(points.every(({ attainment }) => attainment.verdict === 'NO_TARGET')).toBe(true);
    expect(points.every(({ attainment }) => attainment.requiredCount === null)).toBe(true);
    const broken = points.filter(({ breaks }) => breaks.includes('OTHER_UNITS')).map(({ year }) => year);
    const changed = points.flatMap(({ year, attainment }, place) =>
      place > 0 && attainment.total !== points[place - 1]?.attainment.total ? [year] : [],
    );
    expect(changed.length).toBeGreaterThan(0);
    expect(broken).toEqual(expect.arrayContaining(changed));
  });
});

(hasContract ? describe : describe.skip)('the operations that clients rely on', () => {
  it('answer known-on unchanged, as each day knew it', async () => {
    const ask = async (day: string) => {
      const variables = { code: '19', indicator: COMMUNES, year: 2025, day };
      const { data, errors } = await demo.ask(readContract('known-on'), variables);
      expect(errors).toBeUndefined();
      return data.province.attainment;
    };
    const before = await ask('2025-01-01');
    const after = await ask('2026-01-31');
    expect(before).toMatchObject({ met: 0, notMet: 0, unknown: 121, total: 121, verdict: 'NO_DATA' });
    expect(after).toMatchObject({ met: 118, notMet: 3, unknown: 0, verdict: 'NOT_ATTAINED' });
  });
});
