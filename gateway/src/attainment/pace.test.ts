import type { Counts } from './counts';
import { countsOf, targetOf } from './counts.fixture';
import { computePace } from './pace';
import { findPaceBasis } from './pace-basis';
import { certainPaceClass } from './pace-ratio';
import type { Target } from './target';

const FROM_2021 = targetOf('99', { baselineYear: 2021 });

function paceOf(year: number, years: Record<number, Counts>, target: Target) {
  const series = new Map(Object.entries(years).map(([key, counts]) => [Number(key), counts]));
  const basis = findPaceBasis(year, series, target);
  const paceClass = basis === null ? null : certainPaceClass(basis);
  return { ...computePace(year, series.get(year)!, target, basis), paceClass };
}

test('88 to 93 in two years toward 99 in four has the ratio 0.91', () => {
  expect(paceOf(2023, { 2021: countsOf(88, 12), 2023: countsOf(93, 7) }, FROM_2021)).toEqual({
    baselineYear: 2021,
    baselinePercent: '88',
    expectedPercent: '93.5',
    leadPoints: '-0.5',
    neededPerYearFromBaseline: '2.75',
    observedPerYear: '2.5',
    ratio: '0.91',
    requiredPerYear: '3',
    unitsPerYear: 3,
    populationChanged: false,
    paceClass: 'BEHIND',
  });
});

test.each([
  [935, '1', 'ON_TRACK'],
  [934, '0.98', 'BEHIND'],
  [908, '0.51', 'BEHIND'],
  [907, '0.49', 'FAR_BEHIND'],
  [880, '0', 'FAR_BEHIND'],
  [879, '-0.02', 'REGRESSING'],
])('from 880 to %d of 1,000 in two of four years the ratio is %s, %s', (met, ratio, paceClass) => {
  const pace = paceOf(2023, { 2021: countsOf(880, 120), 2023: countsOf(met, 1_000 - met) }, FROM_2021);
  expect([pace.ratio, pace.paceClass]).toEqual([ratio, paceClass]);
});

test('a ratio just below 1 is not printed as 1', () => {
  const pace = paceOf(2023, { 2021: countsOf(8_800, 1_200), 2023: countsOf(9_349, 651) }, FROM_2021);
  expect([pace.ratio, pace.leadPoints, pace.paceClass]).toEqual(['0.998', '-0.01', 'BEHIND']);
});

test('a gap of seven communes in two years is four a year', () => {
  const pace = paceOf(2023, { 2022: countsOf(90, 10), 2023: countsOf(92, 8) }, targetOf('99'));
  expect([pace.requiredPerYear, pace.unitsPerYear]).toEqual(['3.5', 4]);
});

test('from the due year on nothing more is required a year and the target itself is expected', () => {
  const pace = paceOf(2025, { 2022: countsOf(90, 10), 2025: countsOf(96, 4) }, targetOf('99'));
  expect(pace).toMatchObject({ expectedPercent: '99', leadPoints: '-3', requiredPerYear: null, unitsPerYear: null });
});

test('after the due year the line does not climb past the target', () => {
  const pace = paceOf(2026, { 2022: countsOf(90, 10), 2026: countsOf(99, 1) }, targetOf('99'));
  expect(pace).toMatchObject({ expectedPercent: '99', leadPoints: '0', requiredPerYear: null });
});

test('a baseline above the target needs nothing and has no ratio', () => {
  const pace = paceOf(2024, { 2022: countsOf(100, 0), 2024: countsOf(98, 2) }, targetOf('99'));
  expect(pace).toMatchObject({ neededPerYearFromBaseline: '0', expectedPercent: '99', leadPoints: '-1', ratio: null });
  expect(pace.paceClass).toBeNull();
});

test('a changed population is said', () => {
  const pace = paceOf(2024, { 2022: countsOf(90, 10), 2024: countsOf(90, 5) }, targetOf('99'));
  expect(pace.populationChanged).toBe(true);
});

test('a target due in the year after the baseline is needed in that one year', () => {
  const target = targetOf('99', { due: '2023-12-31' });
  const pace = paceOf(2023, { 2022: countsOf(90, 10), 2023: countsOf(96, 4) }, target);
  expect(pace).toMatchObject({ neededPerYearFromBaseline: '9', observedPerYear: '6', ratio: '0.67' });
});

describe('figures without an end', () => {
  const nearest = { baselinePercent: '33.33', expectedPercent: '77.11', leadPoints: '-10.44' };
  const outward = { baselinePercent: '33.34', expectedPercent: '77.12', leadPoints: '-10.45' };
  test.each([
    ['the nearest where all is known', countsOf(100, 200), countsOf(200, 100), nearest, ['21.89', '16.67', '32.33']],
    ['the worse with an unknown now', countsOf(100, 200), countsOf(200, 99, 1), outward, ['21.88', '16.66', '32.34']],
    [
      'the worse with one in the baseline',
      countsOf(99, 200, 1),
      countsOf(200, 100),
      outward,
      ['21.88', '16.66', '32.33'],
    ],
  ])('are printed as %s', (_, baseline, now, points, [needed, observed, required]) => {
    expect(paceOf(2024, { 2022: baseline, 2024: now }, targetOf('99'))).toMatchObject({
      ...points,
      neededPerYearFromBaseline: needed,
      observedPerYear: observed,
      requiredPerYear: required,
      paceClass: 'BEHIND',
    });
  });
});

describe('with unknowns', () => {
  test('a late sender shows no decline and has no class', () => {
    const pace = paceOf(2024, { 2022: countsOf(90, 10), 2024: countsOf(70, 2, 28) }, targetOf('99'));
    expect(pace).toMatchObject({ leadPoints: null, observedPerYear: null, ratio: null, paceClass: null });
  });

  test('figures that are certain are the least that is certain, rounded down, and what is required the most', () => {
    const pace = paceOf(2024, { 2022: countsOf(281, 19), 2024: countsOf(290, 9, 1) }, targetOf('99'));
    expect(pace).toMatchObject({ observedPerYear: '1.5', ratio: '0.84', requiredPerYear: '2.34', paceClass: 'BEHIND' });
  });

  test('a gap in the baseline counts as much as one in the year asked about', () => {
    const years = { 2022: countsOf(80, 5, 15), 2024: countsOf(92, 8) };
    expect(paceOf(2024, years, targetOf('99'))).toMatchObject({ observedPerYear: null, ratio: null, paceClass: null });
  });

  test('a baseline that may have been at the target gives neither a need nor a class', () => {
    const years = { 2022: countsOf(97, 0, 3), 2024: countsOf(96, 4) };
    expect(paceOf(2024, years, targetOf('99'))).toMatchObject({ neededPerYearFromBaseline: null, paceClass: null });
  });
});

describe('figures since the baseline are null', () => {
  const now = countsOf(93, 7);
  test.each<[string, number, Record<number, Counts>, Target]>([
    ['without a baseline', 2024, { 2024: now }, targetOf('99')],
    ['in the baseline year itself', 2022, { 2022: now }, targetOf('99')],
    ['before the baseline year', 2021, { 2021: now, 2022: now }, targetOf('99')],
    ['when nothing was appraised in the baseline year', 2024, { 2022: countsOf(0, 0, 9), 2024: now }, targetOf('99')],
    ['across two origins', 2024, { 2022: countsOf(80, 20, 0, { origin: 'PUBLISHED' }), 2024: now }, targetOf('99')],
    ['when due in the baseline year', 2024, { 2022: now, 2024: now }, targetOf('99', { due: '2022-12-31' })],
  ])('%s', (_, year, years, target) => {
    const pace = paceOf(year, years, target);
    expect(pace).toMatchObject({ baselinePercent: null, expectedPercent: null, ratio: null, populationChanged: null });
    expect(pace.paceClass).toBeNull();
  });
});

test('two mixed points form no pace, because nobody knows what is mixed in them', () => {
  const mixed = (met: number) => countsOf(met, 100 - met, 0, { origin: 'MIXED' });
  expect(paceOf(2024, { 2022: mixed(90), 2024: mixed(95) }, targetOf('99')).ratio).toBeNull();
});
