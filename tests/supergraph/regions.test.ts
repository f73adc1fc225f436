import { startTestSystem, type TestSystem } from '../support/test-system';

const COUNTS = 'attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { total met notMet unknown selfAssessedMet }';
type Counts = Readonly<Record<'total' | 'met' | 'notMet' | 'unknown' | 'selfAssessedMet', number>>;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

function sum(all: readonly { attainment: Counts }[]): Counts {
  const add = (name: keyof Counts) => all.reduce((count, { attainment }) => count + attainment[name], 0);
  return {
    total: add('total'),
    met: add('met'),
    notMet: add('notMet'),
    unknown: add('unknown'),
    selfAssessedMet: add('selfAssessedMet'),
  };
}

it.each([
  ['2025-06-30', 63, 'Bắc Trung Bộ và Duyên hải miền Trung'],
  ['2026-04-30', 34, 'Duyên hải Nam Trung Bộ và Tây Nguyên'],
])('on the map of %s six regions hold %d provinces, and each has the counts of its own', async (map, count, name) => {
  const { data, errors } = await system.ask(
    `query @asOf(map: "${map}") { country { ${COUNTS} } regions { name isComplete provinces { ${COUNTS} } ${COUNTS} } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.regions).toHaveLength(6);
  expect(data.regions.map((region: { name: string }) => region.name)).toContain(name);
  for (const { provinces, attainment } of data.regions) expect(attainment).toEqual(sum(provinces));
  expect(data.regions.flatMap(({ provinces }: { provinces: object[] }) => provinces)).toHaveLength(count);
  expect(sum(data.regions)).toEqual(data.country.attainment);
});

it('a region stands against the country’s target, is explained by its name, and has a series', async () => {
  const { data, errors } = await system.ask(`query @asOf(map: "2025-06-30") { regions { name
    attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { answer target { inherited version } }
    attainmentSeries(indicator: "ntm-2021-2025/19.2") { year attainment { total } } } }`);
  expect(errors).toBeUndefined();
  for (const { name, attainment, attainmentSeries } of data.regions) {
    expect(attainment.answer).toContain(`vùng ${name} có`);
    expect(attainment.target).toEqual({ inherited: true, version: '2022-08-02' });
    expect(attainmentSeries).toHaveLength(5);
  }
});

it('until the newer regions were made, what lies in a region is not known, and nothing is counted for it', async () => {
  const { data, errors } = await system.ask(
    `query @asOf(map: "2025-08-01") { regions { isComplete provinces { region } ${COUNTS} } }`,
  );
  expect(errors).toBeUndefined();
  for (const { isComplete, attainment } of data.regions)
    expect({ isComplete, attainment }).toEqual({ isComplete: false, attainment: null });
});

it('regions with their attainment need the statements of a national overview and no more', async () => {
  system.takeStatements();
  await system.ask(`query @asOf(map: "2025-06-30") { regions { name ${COUNTS} } }`);
  expect(system.takeStatements().length).toBeLessThanOrEqual(6);
});
