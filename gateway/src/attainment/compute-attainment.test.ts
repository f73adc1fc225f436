import { ATTAINMENT_METHOD, type AttainmentQuestion, computeAttainment } from './compute-attainment';
import type { Counts } from './counts';
import { countsOf, figuresOf, targetOf } from './counts.fixture';

function attainmentOf(year: number, years: Record<number, Counts>, rest: Partial<AttainmentQuestion> = {}) {
  const series = new Map(Object.entries(years).map(([key, counts]) => [Number(key), counts]));
  const attainment = computeAttainment({ year, today: '2025-11-15', series, target: targetOf('99'), ...rest });
  return attainment && figuresOf(attainment);
}

test('shows every figure of a province that misses by two communes', () => {
  expect(attainmentOf(2025, { 2022: countsOf(110, 11), 2025: countsOf(118, 3) })).toEqual({
    met: 118,
    notMet: 3,
    unknown: 0,
    total: 121,
    countedOn: '2025-06-30',
    ratePercent: '97.52',
    bounds: { lowerPercent: '97.52', upperPercent: '97.52' },
    targetPercent: '99',
    requiredCount: 120,
    allowance: 1,
    surplus: 0,
    shortfall: 2,
    shortfallIfUnknownsPass: 2,
    unitsToChange: { toAttain: 2, toAttainFromUnknown: 0, toAttainFromNotMet: 2, toLose: null },
    verdict: 'NOT_ATTAINED',
    duePassed: false,
    attainmentPercent: '98.51',
    pace: {
      baselineYear: 2022,
      baselinePercent: '90.91',
      expectedPercent: '99',
      leadPoints: '-1.48',
      neededPerYearFromBaseline: '2.7',
      observedPerYear: '2.2',
      ratio: '0.82',
      requiredPerYear: null,
      unitsPerYear: null,
      populationChanged: false,
    },
    paceStatus: 'BEHIND',
    attainedInYear: null,
    projection: null,
    caution: { wilsonLowPercent: '92.96', wilsonHighPercent: '99.16', smallDenominator: false },
    origin: 'RECORDED',
    method: ATTAINMENT_METHOD,
  });
});

test('136 of 137 communes are needed: 135 and two unknown are short by 0 to 1', () => {
  expect(attainmentOf(2025, { 2025: countsOf(135, 0, 2) })).toMatchObject({
    requiredCount: 136,
    shortfall: 1,
    shortfallIfUnknownsPass: 0,
    verdict: 'UNDECIDED',
    bounds: { lowerPercent: '98.54', upperPercent: '100' },
    attainmentPercent: '99.53',
  });
});

test('a surplus is what was met beyond the required count', () => {
  expect(attainmentOf(2025, { 2025: countsOf(452, 0) })).toMatchObject({
    requiredCount: 448,
    surplus: 4,
    shortfall: 0,
  });
});

describe('over the years', () => {
  test('a province at 100 % that falls is LOST, and the year is said', () => {
    const years = { 2022: countsOf(90, 10), 2023: countsOf(100, 0), 2024: countsOf(99, 1), 2025: countsOf(98, 2) };
    expect(attainmentOf(2025, years)).toMatchObject({ paceStatus: 'LOST', attainedInYear: 2024 });
  });

  test('one that was at 100 % in the baseline year and falls is LOST too', () => {
    const years = { 2022: countsOf(100, 0), 2024: countsOf(90, 10) };
    expect(attainmentOf(2024, years)).toMatchObject({ paceStatus: 'LOST', attainedInYear: 2022 });
  });

  test('what was lost from another origin is not LOST here', () => {
    const years = { 2022: countsOf(90, 10), 2023: countsOf(100, 0, 0, { origin: 'PUBLISHED' }), 2024: countsOf(96, 4) };
    expect(attainmentOf(2024, years)).toMatchObject({ paceStatus: 'ON_TRACK', attainedInYear: null });
  });

  test('a later success does not make an earlier year LOST', () => {
    const years = { 2022: countsOf(90, 10), 2023: countsOf(93, 7), 2024: countsOf(100, 0) };
    expect(attainmentOf(2023, years)).toMatchObject({ paceStatus: 'ON_TRACK', attainedInYear: null });
  });

  test('a late sender is UNKNOWN, not REGRESSING', () => {
    expect(attainmentOf(2024, { 2022: countsOf(90, 10), 2024: countsOf(70, 2, 28) })?.paceStatus).toBe('UNKNOWN');
  });

  test('a late sender that had attained the target is UNKNOWN, not LOST', () => {
    const years = { 2022: countsOf(90, 10), 2023: countsOf(100, 0), 2024: countsOf(97, 0, 3) };
    expect(attainmentOf(2024, years)).toMatchObject({ paceStatus: 'UNKNOWN', attainedInYear: null });
  });

  test('who is undecided but fast enough in both bounds is ON_TRACK', () => {
    const attainment = attainmentOf(2024, { 2022: countsOf(90, 10), 2024: countsOf(97, 0, 3) });
    expect(attainment).toMatchObject({ verdict: 'UNDECIDED', paceStatus: 'ON_TRACK' });
  });
});

describe('when the time is over', () => {
  const years = { 2022: countsOf(90, 10), 2024: countsOf(95, 5), 2025: countsOf(96, 4) };
  const today = '2026-01-01';

  test('a target that was not attained is MISSED', () => {
    expect(attainmentOf(2025, years, { today })).toMatchObject({ duePassed: true, paceStatus: 'MISSED' });
  });

  test('on the due day itself it is not yet', () => {
    expect(attainmentOf(2025, years, { today: '2025-12-31' })).toMatchObject({
      duePassed: false,
      paceStatus: 'BEHIND',
    });
  });

  test('a year before the due year keeps the answer that it had', () => {
    expect(attainmentOf(2024, years, { today })).toEqual(attainmentOf(2024, years, { today: '2024-11-16' }));
  });

  test('an undecided target is UNKNOWN, not MISSED', () => {
    const undecided = { ...years, 2025: countsOf(96, 0, 4) };
    expect(attainmentOf(2025, undecided, { today })).toMatchObject({ verdict: 'UNDECIDED', paceStatus: 'UNKNOWN' });
  });

  test('an undecided target has no pace in a later year either, though all outcomes are equally late', () => {
    const later = { ...years, 2026: countsOf(98, 0, 2) };
    expect(attainmentOf(2026, later, { today })).toMatchObject({ verdict: 'UNDECIDED', paceStatus: 'UNKNOWN' });
  });
});

describe('without', () => {
  test('a target: counts and a rate, and nothing that would need one', () => {
    expect(attainmentOf(2025, { 2025: countsOf(9, 1) }, { target: null })).toMatchObject({
      ratePercent: '90',
      verdict: 'NO_TARGET',
      targetPercent: null,
      requiredCount: null,
      duePassed: null,
      pace: null,
      paceStatus: null,
      projection: null,
    });
  });

  test('a population: not applicable, no zeros', () => {
    expect(attainmentOf(2025, { 2025: countsOf(0, 0) })).toMatchObject({
      ratePercent: null,
      bounds: null,
      verdict: 'NOT_APPLICABLE',
      requiredCount: null,
      shortfall: null,
      attainmentPercent: null,
      pace: null,
      paceStatus: null,
    });
  });

  test('anything appraised: no rate, no pace, UNKNOWN even after the due day', () => {
    const years = { 2022: countsOf(90, 10), 2025: countsOf(0, 0, 100) };
    expect(attainmentOf(2025, years, { today: '2026-01-01' })).toMatchObject({
      ratePercent: null,
      verdict: 'NO_DATA',
      requiredCount: 99,
      attainmentPercent: null,
      pace: null,
      paceStatus: 'UNKNOWN',
    });
  });

  test('counts of that year: no answer at all', () => {
    expect(attainmentOf(2025, { 2024: countsOf(9, 1) })).toBeNull();
  });
});

test.each([
  [{ total: 11 }, 'got 9 + 1 + 0 and 11'],
  [{ met: -1, total: 0 }, 'got -1 + 1 + 0 and 0'],
  [{ met: 8.5, total: 9.5 }, 'got 8.5 + 1 + 0 and 9.5'],
])('refuses counts that cannot be: %o', (fault, message) => {
  expect(() => attainmentOf(2025, { 2025: countsOf(9, 1, 0, fault) })).toThrow(message);
});
