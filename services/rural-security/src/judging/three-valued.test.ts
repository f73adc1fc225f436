import { Verdict } from '../assessment/assessment-enums';
import { allOf } from './all-of';
import { atLeastOf } from './at-least-of';
import { judgeIndicator } from './judge-indicator';

const { MET, NOT_MET, UNKNOWN } = Verdict;

test.each([
  [[MET, MET], MET],
  [[MET, UNKNOWN], UNKNOWN],
  [[UNKNOWN, UNKNOWN], UNKNOWN],
  [[MET, NOT_MET], NOT_MET],
  [[UNKNOWN, NOT_MET], NOT_MET],
  [[], UNKNOWN],
])('all of %j is %s', (verdicts, verdict) => {
  expect(allOf(verdicts)).toBe(verdict);
});

test.each([
  [2, [MET, MET, NOT_MET], MET],
  [2, [MET, MET, UNKNOWN], MET],
  [2, [MET, UNKNOWN, NOT_MET], UNKNOWN],
  [2, [UNKNOWN, UNKNOWN, NOT_MET], UNKNOWN],
  [2, [UNKNOWN, NOT_MET, NOT_MET], NOT_MET],
  [1, [NOT_MET, NOT_MET, NOT_MET], NOT_MET],
  [3, [MET, MET, NOT_MET], NOT_MET],
  [2, [], UNKNOWN],
])('at least %d of %j is %s', (count, verdicts, verdict) => {
  expect(atLeastOf(count, verdicts)).toBe(verdict);
});

test.each([0, -1, 1.5, 3, Number.NaN])('a rule that asks for %d of two contents is refused', (count) => {
  expect(() => atLeastOf(count, [MET, UNKNOWN])).toThrow(`from 1 to 2 contents, got ${count}`);
});

test('seven contents met and one without a result leave the indicator unknown, and one that failed fails it', () => {
  const seven = Array.from({ length: 7 }, () => MET);
  expect(judgeIndicator({ kind: 'ALL_OF' }, [...seven, UNKNOWN])).toBe(UNKNOWN);
  expect(judgeIndicator({ kind: 'ALL_OF' }, [...seven, NOT_MET])).toBe(NOT_MET);
  expect(judgeIndicator({ kind: 'AT_LEAST_OF', count: 7 }, [...seven, NOT_MET])).toBe(MET);
});

test('a stated indicator is not computed, whatever its contents are', () => {
  expect(judgeIndicator({ kind: 'STATED' }, [NOT_MET])).toBeNull();
});
