import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import { factsOf } from './item-facts.fixture';
import { judgeItem } from './judge-item';
import type { ItemRule } from './rule';

const { MET, NOT_MET, UNKNOWN } = Verdict;
const { ITEM_UNKNOWN, NO_COMPARABLE_PREVIOUS_YEAR } = UnknownReason;

const yearBefore = (measures: string[], strict = false): ItemRule => ({
  kind: 'NOT_MORE_THAN_YEAR_BEFORE',
  measures,
  strict,
});

const baseYear = (fewerByAtLeastPercent: string): ItemRule => ({
  kind: 'CHANGE_AGAINST_BASE_YEAR',
  measures: ['offences'],
  baseYear: 2019,
  fewerByAtLeastPercent,
});

describe('not more than the year before', () => {
  test.each([
    [5, 4, MET, MET],
    [5, 5, MET, NOT_MET],
    [5, 6, NOT_MET, NOT_MET],
    [0, 0, MET, MET],
    [0, 1, NOT_MET, NOT_MET],
    [1, 0, MET, MET],
    [1, 1, MET, NOT_MET],
  ])('%d and then %d is %s, and %s where it must be less', (before, now, verdict, strictVerdict) => {
    const facts = factsOf({ offences: now }, { before: { offences: before } });
    expect(judgeItem(yearBefore(['offences']), facts)?.verdict).toBe(verdict);
    expect(judgeItem(yearBefore(['offences'], true), facts)?.verdict).toBe(strictVerdict);
  });

  test.each([
    ['the land changed', factsOf({ offences: 0 }, { before: { offences: 5 }, isComparable: false })],
    ['nothing is known of the year before', factsOf({ offences: 0 })],
    ['that measure is missing in the year before', factsOf({ offences: 0 }, { before: { fires: 5 } })],
  ])('it is unknown without a comparable year: %s', (_, facts) => {
    const judgement = judgeItem(yearBefore(['offences']), facts);
    expect(judgement).toMatchObject({ verdict: UNKNOWN, reason: NO_COMPARABLE_PREVIOUS_YEAR });
    expect(judgement?.required[0]).toMatchObject({ limit: null, basis: { kind: 'YEAR_BEFORE', count: null } });
  });

  test('a figure of its own that is missing is told before a missing year', () => {
    const rule = yearBefore(['offences', 'fires']);
    const known = factsOf(null, { before: { offences: 5, fires: 1 } });
    expect(judgeItem(rule, known)).toMatchObject({ verdict: UNKNOWN, reason: ITEM_UNKNOWN });
    const mixed = factsOf({ offences: 3 }, { before: { fires: 1 } });
    expect(judgeItem(rule, mixed)).toMatchObject({ verdict: UNKNOWN, reason: ITEM_UNKNOWN });
    expect(judgeItem(rule, mixed)?.required.map(({ reason }) => reason)).toEqual([
      NO_COMPARABLE_PREVIOUS_YEAR,
      ITEM_UNKNOWN,
    ]);
  });

  test('one measure that rose fails the content even where another is unknown', () => {
    const facts = factsOf({ offences: 6 }, { before: { offences: 5, fires: 1 } });
    expect(judgeItem(yearBefore(['fires', 'offences']), facts)).toMatchObject({ verdict: NOT_MET, reason: null });
  });

  test('a figure of the year before that cannot be is refused, unless that year is not used', () => {
    const before = { offences: -1 };
    expect(() => judgeItem(yearBefore(['offences']), factsOf({ offences: 1 }, { before }))).toThrow('offences: -1');
    const facts = factsOf({ offences: 1 }, { before, isComparable: false });
    expect(judgeItem(yearBefore(['offences']), facts)?.verdict).toBe(UNKNOWN);
  });
});

describe('fewer than in the base year', () => {
  test.each([
    ['5', 100, 95, 95],
    ['5', 119, 113, 113],
    ['5', 19, 18, 18],
    ['5', 1, 0, 0],
    ['5', 0, 0, 0],
    ['0', 7, 7, 7],
    ['100', 7, 0, 0],
    ['12.5', 8, 7, 7],
    ['0.01', 10_000, 9_999, 9_999],
  ])('%s %% fewer than %d: %d is met, one more is not, and %d are allowed', (percent, base, most, allowed) => {
    const judge = (offences: number) =>
      judgeItem(baseYear(percent), factsOf({ offences }, { base: { offences: base } }));
    expect(judge(most)).toMatchObject({ verdict: MET, reason: null, required: [{ limit: allowed, bound: 'AT_MOST' }] });
    expect(judge(most + 1)?.verdict).toBe(NOT_MET);
  });

  test('it does not ask for the land of the year before', () => {
    const facts = factsOf({ offences: 95 }, { base: { offences: 100 }, isComparable: false });
    expect(judgeItem(baseYear('5'), facts)?.verdict).toBe(MET);
  });

  test('without the base year there is no year to compare with', () => {
    const facts = factsOf({ offences: 0 }, { before: { offences: 9 } });
    expect(judgeItem(baseYear('5'), facts)).toMatchObject({ verdict: UNKNOWN, reason: NO_COMPARABLE_PREVIOUS_YEAR });
    const silent = factsOf(null, { base: { offences: 9 } });
    expect(judgeItem(baseYear('5'), silent)).toMatchObject({ verdict: UNKNOWN, reason: ITEM_UNKNOWN });
  });
});

test('a rule that names no measure decides nothing', () => {
  expect(judgeItem(yearBefore([]), factsOf({ offences: 0 }, { before: { offences: 0 } }))).toEqual({
    verdict: UNKNOWN,
    reason: ITEM_UNKNOWN,
    required: [],
  });
});

test('nothing is computed for a stated content', () => {
  expect(judgeItem({ kind: 'STATED' }, factsOf({ offences: 1 }))).toBeNull();
});
