import { parsePercent } from '@tieuchi/subgraph-kit';
import { countsOf } from './counts.fixture';
import { judgeAttainment } from './verdict';

test.each([
  [0, 0, 0, '99', 'NOT_APPLICABLE'],
  [0, 0, 85, '99', 'NO_DATA'],
  [0, 0, 85, '0', 'NO_DATA'],
  [98, 0, 1, '99', 'UNDECIDED'],
  [199, 0, 1, '99', 'ATTAINED'],
  [197, 2, 1, '99', 'UNDECIDED'],
  [197, 3, 0, '99', 'NOT_ATTAINED'],
  [90, 3, 107, '99', 'NOT_ATTAINED'],
  [0, 1, 84, '99', 'NOT_ATTAINED'],
  [114, 2, 0, '99', 'NOT_ATTAINED'],
  [85, 0, 0, '99', 'ATTAINED'],
  [111, 0, 0, '99', 'ATTAINED'],
  [43, 42, 0, '50', 'ATTAINED'],
  [42, 43, 0, '50', 'NOT_ATTAINED'],
  [17, 8, 0, '70', 'NOT_ATTAINED'],
  [18, 7, 0, '70', 'ATTAINED'],
])('%d met, %d not and %d unknown against %s %% are %s', (met, notMet, unknown, percent, verdict) => {
  expect(judgeAttainment(countsOf(met, notMet, unknown), parsePercent(percent))).toBe(verdict);
});

test('without a target there is no verdict, not even where nothing was counted', () => {
  expect(judgeAttainment(countsOf(10, 0), null)).toBe('NO_TARGET');
  expect(judgeAttainment(countsOf(0, 0), null)).toBe('NO_TARGET');
});
