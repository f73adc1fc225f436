import { parsePercent, percentPoints } from '@tieuchi/subgraph-kit';
import { attainmentPercent, attainmentPercentOf } from './attainment-percent';
import { countsOf } from './counts.fixture';

// as printed in the national report on new rural areas of January 2025
test.each([
  ['78', '80', '97.5'],
  ['36.4', '40', '91'],
  ['8.8', '10', '88'],
])('%s %% of a target of %s %% is %s', (actual, target, printed) => {
  expect(attainmentPercentOf(percentPoints(parsePercent(actual)), parsePercent(target), 'NEAREST')).toBe(printed);
});

test.each([
  [6_250, 1_764, 0, '80', '97.49'],
  [6_250, 0, 1_764, '80', '97.48'],
  [7_615, 77, 0, '99', '99.999'],
  [989_996, 10_004, 0, '99', '99.9996'],
  [99, 1, 0, '99', '100'],
  [100, 0, 0, '99', '101.01'],
  [0, 100, 0, '99', '0'],
])('%d met, %d not and %d unknown against a target of %s %% print %s', (met, notMet, unknown, target, printed) => {
  expect(attainmentPercent(countsOf(met, notMet, unknown), parsePercent(target))).toBe(printed);
});

test.each([
  ['a target', countsOf(10, 0), null],
  ['a population', countsOf(0, 0), parsePercent('99')],
  ['anything appraised', countsOf(0, 0, 10), parsePercent('99')],
  ['a target above zero', countsOf(10, 0), parsePercent('0')],
])('is null without %s', (_, counts, target) => {
  expect(attainmentPercent(counts, target)).toBeNull();
});
