import { startTestSystem, type TestSystem } from '../support/test-system';

const RURAL = 'ntm-2021-2025/19.2';
const ADVANCED = 'ntm-advanced-2021-2025/19.2';
const ATTAINED = 'met notMet unknown total verdict shortfall pace { expectedPercent } target { percent }';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function answerOf(fields: string, variables: object = {}, head = 'query') {
  const { data, errors } = await system.ask(
    `${head} @asOf(map: "2025-06-30") { country { ${fields} provinces { code ${fields} } } }`,
    variables,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

it('an operation about several indicators answers each as one about it alone', async () => {
  const both = await answerOf(
    `rural: attainment(indicator: "${RURAL}", year: 2025) { ${ATTAINED} }
     advanced: attainmentSeries(indicator: $advanced) { year attainment { ${ATTAINED} } }`,
    { advanced: ADVANCED },
    'query($advanced: ID!)',
  );
  const rural = await answerOf(`rural: attainment(indicator: "${RURAL}", year: 2025) { ${ATTAINED} }`);
  const advanced = await answerOf(
    `advanced: attainmentSeries(indicator: $advanced) { year attainment { ${ATTAINED} } }`,
    {},
    `query($advanced: ID! = "${ADVANCED}")`,
  );
  expect(rural.country.rural.met).toBeGreaterThan(0);
  expect(advanced.country.advanced.at(-1).attainment.total).toBeGreaterThan(0);
  expect(both.country).toEqual({
    ...rural.country,
    ...advanced.country,
    provinces: rural.country.provinces.map((one: object, place: number) => ({
      ...one,
      ...advanced.country.provinces[place],
    })),
  });
});

it('an unknown indicator is refused with all that are known', async () => {
  const { errors } = await system.ask('{ country { attainment(indicator: "no/such", year: 2025) { met } } }');
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(new RegExp(`^No indicator "no/such"; known: .*${RURAL}.*${ADVANCED}`)),
    extensions: { code: 'INDICATOR_NOT_FOUND' },
  });
});
