import { Role } from '@tieuchi/subgraph-kit';
import { hasContract, readContract } from '../support/contract';
import { hasPublishedFigures, readPublishedFigures } from '../support/reference';
import { startTestSystem, type TestSystem } from '../support/test-system';

interface Tally {
  readonly indicator: { readonly id: string };
  readonly asOf: string;
  readonly kind: string;
  readonly met: number;
  readonly total: number | null;
  readonly population: string | null;
  readonly printedPercent: string | null;
  readonly computedPercent: string | null;
  readonly flags: readonly string[];
  readonly note: string | null;
  readonly source: string;
}

const whereBothAre = hasContract && hasPublishedFigures ? describe : describe.skip;

whereBothAre('reported-tallies, unchanged (skipped where the shared folder is missing)', () => {
  let system: TestSystem;
  beforeAll(async () => {
    // demonstration data all around: what was published stays published
    system = await startTestSystem('demo');
    const response = await fetch(new URL('/imports?kind=reported-tallies&name=published-figures.csv', system.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${system.tokens.get(Role.MINISTRY)}` },
      body: new Uint8Array(readPublishedFigures()),
    });
    expect(await response.json()).toMatchObject({ status: 'APPLIED', report: { faults: [] } });
  }, 60_000);
  afterAll(() => system.stop());

  async function talliesOf(code: string): Promise<readonly Tally[]> {
    const { data, errors } = await system.ask(readContract('reported-tallies'), { code });
    expect(errors).toBeUndefined();
    return data.province.reportedTallies;
  }

  it('answers An Giang with both years of 19.2 and with another standard, each by itself', async () => {
    expect(await talliesOf('89')).toEqual([
      expect.objectContaining({
        indicator: { id: 'SAFE_STANDARD/TT23-2012' },
        met: 112,
        total: 119,
        printedPercent: '94',
        computedPercent: '94.12',
        flags: ['COUNTED_ONLY', 'QUALIFIED'],
      }),
      expect.objectContaining({
        indicator: { id: 'ntm-2016-2020/19.2' },
        asOf: '2018-12-31',
        met: 78,
        total: 119,
        printedPercent: '66',
        computedPercent: '65.55',
        source: 'tuyengiaoangiang.vn 2019-02-21',
      }),
      expect.objectContaining({
        asOf: '2019-12-31',
        met: 97,
        printedPercent: '81',
        computedPercent: '81.51',
        flags: expect.not.arrayContaining(['PRINTED_PERCENT_DIFFERS']),
      }),
    ]);
  });

  it('answers Bắc Ninh, whose 70 communes fit no loaded map', async () => {
    const [a1] = (await talliesOf('27')).filter(({ met }) => met === 69);
    expect(a1).toMatchObject({
      indicator: { id: 'safe-unit/tt124' },
      computedPercent: '98.57',
      population: 'communes',
      flags: ['MAP_NOT_LOADED'],
    });
  });

  it('answers Trà Vinh with plans, none of which looks like a result', async () => {
    const tallies = await talliesOf('84');
    expect(tallies.map(({ indicator }) => indicator.id)).toEqual([
      'C19/2021-2025',
      'C19_ADVANCED/2021-2025',
      'D9_NTM/2021-2025',
    ]);
    for (const { kind, flags } of tallies) expect([kind, flags]).toEqual(['PLAN', ['PLAN', 'COUNTED_ONLY']]);
  });

  it('answers for the country likewise', async () => {
    const country = readContract('reported-tallies')
      .replace('query ReportedTallies($code: String!)', 'query ReportedTallies')
      .replace('province(code: $code)', 'country');
    const { data, errors } = await system.ask(country);
    expect(errors).toBeUndefined();
    const found = data.country.reportedTallies as readonly Tally[];
    expect(found.map(({ met, computedPercent }) => [met, computedPercent])).toEqual([
      [172, '162.26'],
      [5_869, '71.36'],
      [6_009, '73.06'],
      [6_250, '77.99'],
      [2_275, '36.4'],
      [2_567, '42.19'],
      [550, '8.8'],
    ]);
    expect(found.find(({ met }) => met === 2_567)?.flags).toEqual(['COUNTED_ONLY', 'PRINTED_PERCENT_DIFFERS']);
    expect(found.filter(({ flags }) => flags.includes('PRINTED_PERCENT_DIFFERS'))).toHaveLength(1);
  });
});
