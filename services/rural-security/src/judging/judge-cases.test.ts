import * as fc from 'fast-check';
import { Verdict } from '../assessment/assessment-enums';
import { judgeCases } from './judge-cases';

const judge = (baselineCases: number | null, cases: number | null, percent = '5') =>
  judgeCases({ baselineCases, cases }, percent);

test.each([
  [100, 95, 95, 0, '-5', Verdict.MET],
  [100, 96, 95, 1, '-4', Verdict.NOT_MET],
  [119, 113, 113, 0, '-5.04', Verdict.MET],
  [119, 114, 113, 1, '-4.2', Verdict.NOT_MET],
  [1_000, 873, 950, 0, '-12.7', Verdict.MET],
  [8, 9, 7, 2, '12.5', Verdict.NOT_MET],
  [1, 1, 0, 1, '0', Verdict.NOT_MET],
  [3, 0, 2, 0, '-100', Verdict.MET],
])('after %d cases %d: %d allowed, %d too many, %s %%, %s', (baseline, cases, allowed, excess, change, verdict) => {
  expect(judge(baseline, cases)).toEqual({
    baselineCases: baseline,
    cases,
    allowedCases: allowed,
    excess,
    changePercent: change,
    verdict,
  });
});

test.each([
  [100_000, 95_001, '-4.999'],
  [100_000, 95_000, '-5'],
  [100_000, 94_999, '-5'],
  [1_000_000, 950_001, '-4.9999'],
  [1_000_000, 1, '-99.9999'],
  [1_000_000, 999_999, '-0.0001'],
  [1_000_000, 1_000_001, '0.0001'],
  [3, 2, '-33.33'],
  [3, 5, '66.67'],
])('from %d to %d is printed as %s, on its own side of the limit, of 0 and of -100', (baseline, cases, printed) => {
  expect(judge(baseline, cases).changePercent).toBe(printed);
});

test('after no case at all, none is met, one is not, and no percentage is claimed', () => {
  expect(judge(0, 0)).toMatchObject({ allowedCases: 0, excess: 0, changePercent: null, verdict: Verdict.MET });
  expect(judge(0, 1)).toMatchObject({ allowedCases: 0, excess: 1, changePercent: null, verdict: Verdict.NOT_MET });
});

test('a count that is not known is kept apart from 0', () => {
  const open = { excess: null, changePercent: null, verdict: Verdict.UNKNOWN };
  expect(judge(100, null)).toEqual({ baselineCases: 100, cases: null, allowedCases: 95, ...open });
  expect(judge(null, 0)).toEqual({ baselineCases: null, cases: 0, allowedCases: null, ...open });
  expect(judge(null, null)).toEqual({ baselineCases: null, cases: null, allowedCases: null, ...open });
});

test.each(['5%', '5,5', '-5', '101', ''])('"%s" is no percentage', (percent) => {
  expect(() => judge(100, 95, percent)).toThrow(`got "${percent}"`);
});

test('verdict, excess, allowed cases and the printed change never disagree', () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 });
  const baseline = fc.integer({ min: 1, max: 2_000_000 });
  // close to the limit, where two decimals are not enough
  fc.assert(
    fc.property(hundredths, baseline, fc.integer({ min: -3, max: 3 }), (limit, baselineCases, off) => {
      const cases = Math.max(0, Math.round((baselineCases * (10_000 - limit)) / 10_000) + off);
      const { allowedCases, excess, changePercent, verdict } = judge(baselineCases, cases, String(limit / 100));
      // exact: all products stay below 2^53
      const reaches = cases * 10_000 <= baselineCases * (10_000 - limit);
      expect(verdict).toBe(reaches ? Verdict.MET : Verdict.NOT_MET);
      expect(excess === 0).toBe(reaches);
      expect(cases <= allowedCases!).toBe(reaches);
      expect(Number(changePercent) <= -limit / 100).toBe(reaches);
      expect(Math.sign(Number(changePercent))).toBe(Math.sign(cases - baselineCases));
      expect(Math.abs(Number(changePercent) - (100 * (cases - baselineCases)) / baselineCases)).toBeLessThan(0.00501);
    }),
    { numRuns: 1_000 },
  );
});
