import { parsePercent, requiredCount } from '@tieuchi/subgraph-kit';
import type { Counts } from './counts';
import { countsOf, targetOf } from './counts.fixture';
import { findPaceBasis } from './pace-basis';
import { project } from './projection';

function projectionFrom(baseline: Counts, now: Counts, year = 2024) {
  const series = new Map([
    [2022, baseline],
    [year, now],
  ]);
  const basis = findPaceBasis(year, series, targetOf('99'));
  return project(now.total, requiredCount(parsePercent('99'), now.total), basis);
}

test.each([
  [90, 96, '99', 'YES'],
  [90, 95, '97.5', 'NO'],
  [80, 98, '100', 'YES'],
  [60, 10, '0', 'NO'],
])('from %d %% in 2022 over %d %% in 2024 the line arrives at %s: %s', (from, to, percentAtDeadline, willAttain) => {
  const projection = projectionFrom(countsOf(from, 100 - from), countsOf(to, 100 - to));
  expect(projection).toEqual({ percentAtDeadline, willAttain });
});

test('99.41 % of 85 communes are 84 whole ones, and 99 % needs 85', () => {
  expect(projectionFrom(countsOf(82, 3), countsOf(84, 1), 2024)).toEqual({
    percentAtDeadline: '100',
    willAttain: 'YES',
  });
  expect(projectionFrom(countsOf(83, 2), countsOf(84, 1), 2024)).toEqual({
    percentAtDeadline: '99.41',
    willAttain: 'NO',
  });
});

test('is open when the unknown units decide, and then shows no figure', () => {
  expect(projectionFrom(countsOf(90, 10), countsOf(95, 4, 1))).toEqual({
    percentAtDeadline: null,
    willAttain: 'UNKNOWN',
  });
});

test('is certain when the unknown units cannot decide, and then shows the least', () => {
  expect(projectionFrom(countsOf(90, 10), countsOf(92, 7, 1))).toEqual({ percentAtDeadline: '93', willAttain: 'NO' });
});

test('a figure without an end is the nearest where all is known, and else rounded down', () => {
  const baseline = countsOf(101, 199);
  expect(projectionFrom(baseline, countsOf(102, 198), 2023)?.percentAtDeadline).toBe('34.67');
  expect(projectionFrom(baseline, countsOf(102, 197, 1), 2023)?.percentAtDeadline).toBe('34.66');
});

test('is none from or to a year in which nothing is appraised', () => {
  expect(projectionFrom(countsOf(0, 0, 100), countsOf(95, 5))).toBeNull();
  expect(projectionFrom(countsOf(90, 10), countsOf(0, 0, 100))).toBeNull();
});

test.each([2025, 2026])('ends with the due year: none is made from %d', (year) => {
  expect(projectionFrom(countsOf(90, 10), countsOf(95, 5), year)).toBeNull();
});

test('is none without a baseline', () => {
  expect(project(100, 99, null)).toBeNull();
});
