import { type Percent, parsePercent } from '@tieuchi/subgraph-kit';
import type { Counts } from './counts';
import { countsOf } from './counts.fixture';
import { rateBoundsPercent, ratePercent } from './rate-percent';

const TARGET_99 = parsePercent('99');
const rateOf = (counts: Counts, target: Percent | null) => ratePercent(counts, rateBoundsPercent(counts, target));

test.each([
  [135, 2, '98.54'],
  [7_615, 77, '98.999'],
  [7_616, 76, '99.01'],
  [7_550, 142, '98.15'],
  [39, 1, '97.5'],
  [99, 1, '99'],
  [114, 2, '98.28'],
  [69, 1, '98.57'],
  [111, 0, '100'],
  [0, 111, '0'],
  [99_999, 1, '99.999'],
  [1, 99_999, '0.001'],
])('%d met and %d not, all appraised, print %s', (met, notMet, printed) => {
  expect(rateOf(countsOf(met, notMet), TARGET_99)).toBe(printed);
});

test('135 of 137 is never printed as 99, whichever way it is rounded', () => {
  const { lowerPercent, upperPercent } = rateBoundsPercent(countsOf(134, 2, 1), TARGET_99)!;
  expect([lowerPercent, upperPercent]).toEqual(['97.81', '98.55']);
  expect(rateOf(countsOf(135, 2), parsePercent('98.54'))).toBe('98.54');
  expect(rateOf(countsOf(135, 2), parsePercent('98.55'))).toBe('98.54');
});

test('an upper bound just below the target is not rounded up to it', () => {
  expect(rateBoundsPercent(countsOf(7_000, 77, 615), TARGET_99)?.upperPercent).toBe('98.999');
});

test('with unknowns the rate is the lower bound, rounded down, and the upper one is rounded up', () => {
  expect(rateOf(countsOf(2, 0, 1), TARGET_99)).toBe('66.66');
  expect(rateBoundsPercent(countsOf(1, 1, 1), TARGET_99)).toEqual({ lowerPercent: '33.33', upperPercent: '66.67' });
  expect(rateBoundsPercent(countsOf(135, 0, 2), TARGET_99)).toEqual({ lowerPercent: '98.54', upperPercent: '100' });
});

test('without unknowns the rate and both bounds are one figure', () => {
  expect(rateOf(countsOf(2, 1), null)).toBe('66.67');
  expect(rateBoundsPercent(countsOf(2, 1), null)).toEqual({ lowerPercent: '66.67', upperPercent: '66.67' });
});

test('where nothing is appraised there is no rate, only bounds from 0 to 100', () => {
  expect(rateOf(countsOf(0, 0, 12), TARGET_99)).toBeNull();
  expect(rateBoundsPercent(countsOf(0, 0, 12), TARGET_99)).toEqual({ lowerPercent: '0', upperPercent: '100' });
});

test('without a population there is neither a rate nor bounds', () => {
  expect(rateOf(countsOf(0, 0), TARGET_99)).toBeNull();
  expect(rateBoundsPercent(countsOf(0, 0), TARGET_99)).toBeNull();
});

test('without a target 100 is still printed only of all, and 0 only of none', () => {
  expect(rateOf(countsOf(99_999, 1), null)).toBe('99.999');
  expect(rateOf(countsOf(1, 99_999), null)).toBe('0.001');
});
