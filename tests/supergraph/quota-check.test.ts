import { hasContract, readContract } from '../support/contract';
import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

const inContract = hasContract ? describe : describe.skip;

inContract('the contract’s quota check on the demonstration data', () => {
  it.each([
    ['mps-2022-11', { required: 73, held: 172, shortfall: 0, fulfilled: true }, 63],
    ['mps-2023-12', { required: 106, held: 172, shortfall: 3, fulfilled: false }, 106],
  ])('answers %s unchanged', async (rule, whole, units) => {
    const { data, errors } = await system.ask(readContract('quota-check'), { rule });
    expect(errors).toBeUndefined();
    expect(data.quotaCheck).toMatchObject(whole);
    expect(data.quotaCheck.standings).toHaveLength(units);
    const hanoi = data.quotaCheck.standings.find(({ unit }: { unit: { code: string } }) => unit.code === '01');
    if (rule === 'mps-2022-11') expect(hanoi).toMatchObject({ required: 3, held: 15, shortfall: 0 });
  });

  it('answers the same whatever map is asked, because a rule is checked on its own', async () => {
    const on = (map: string) =>
      system.ask(readContract('quota-check').replace('($rule: ID!)', `($rule: ID!) @asOf(map: "${map}")`), {
        rule: 'mps-2023-12',
      });
    const [own, today] = await Promise.all([on('2022-12-31'), on('2025-07-01')]);
    const figures = ({ data }: typeof own) =>
      data.quotaCheck.standings.map(({ unit: _, ...standing }: { unit: object }) => standing);
    expect(figures(own)).toEqual(figures(today));
    expect(today.data.quotaCheck.standings).toHaveLength(106);
  });
});

describe('both readings on the map of 34 provinces', () => {
  const BOTH = `query Both($rule: ID!, $map: Date) @asOf(map: $map) {
    quotaCheck(rule: $rule) {
      required held shortfall standings { shortfall }
      carried { map required held shortfall standings { unit { code } required held shortfall verdict pending sentence } }
    }
  }`;

  it.each(['mps-2022-11', 'mps-2023-12', 'hcm-2023-07-by-2025'])(
    'of %s carry required and held together, and can only hide gaps',
    async (rule) => {
      const { data, errors } = await system.ask(BOTH, { rule, map: '2025-07-01' });
      expect(errors).toBeUndefined();
      const { carried, ...own } = data.quotaCheck;
      expect(carried).toMatchObject({ map: '2025-07-01', required: own.required, held: own.held });
      expect(carried.shortfall).toBeLessThanOrEqual(own.shortfall);
      for (const { sentence } of carried.standings) expect(sentence).toMatch(/^\[MÔ PHỎNG\] /);
    },
  );
});

describe('what was known on a day', () => {
  it('is the registrations that had been recorded by its end, counted another way', async () => {
    for (const day of ['2023-03-31', '2023-07-31', '2024-05-15']) {
      const [row] = await system.database.query<{ count: number }>(
        `select count(distinct ward_id)::int as count from model_ward.pilot_ward
         where (recorded_from at time zone 'Asia/Ho_Chi_Minh')::date <= $1::date`,
        [day],
      );
      const { data, errors } = await system.ask(
        `query Known($day: Date) @asOf(knownOn: $day) { quotaCheck(rule: "mps-2022-11") { held }
           recognised: modelWards(states: [RECOGNISED], first: 1) { totalCount } }`,
        { day },
      );
      expect(errors).toBeUndefined();
      expect([day, data.quotaCheck.held]).toEqual([day, row?.count]);
      if (day < '2024') expect(data.recognised.totalCount).toBe(0);
    }
  });
});

describe('a demonstration', () => {
  it('shows scorecards whose only missing criterion is the published one, and invents no text', async () => {
    const { data, errors } = await system.ask(
      `{ modelWards(states: [APPRAISED], first: 500) { totalCount nodes { modelWard {
           year notMet allMet origin label appraisedScore { met asked } criteria { number text verdict }
           criteriaSet { id scoring { official } } } } } }`,
    );
    expect(errors).toBeUndefined();
    // 15 % of 172
    expect(data.modelWards.totalCount).toBe(26);
    for (const { modelWard } of data.modelWards.nodes) {
      expect(modelWard).toMatchObject({
        year: 2023,
        notMet: [1],
        allMet: false,
        origin: 'SYNTHETIC',
        appraisedScore: { met: 21, asked: 22 },
        criteriaSet: { id: 'pilot-22', scoring: null },
      });
      const named = modelWard.criteria.filter(({ text }: { text: string | null }) => text !== null);
      expect(named).toEqual([{ number: 1, text: 'Trụ sở', verdict: 'NOT_MET' }]);
    }
  });

  it('registers no ward whose result was published', async () => {
    const { data } = await system.ask(
      '{ publishedModelWards { unit { id } origin } modelWards(first: 500) { nodes { unit { id } } } }',
    );
    const registered = new Set(data.modelWards.nodes.map(({ unit }: { unit: { id: string } }) => unit.id));
    for (const { unit, origin } of data.publishedModelWards) {
      expect([registered.has(unit.id), origin]).toEqual([false, 'PUBLISHED']);
    }
  });
});
