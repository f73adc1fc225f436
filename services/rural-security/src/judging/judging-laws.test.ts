import * as fc from 'fast-check';
import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import { allOf } from './all-of';
import { atLeastOf } from './at-least-of';
import { checkStated } from './check-stated';
import { judgeItem } from './judge-item';
import type { ItemFacts } from './judgement';
import type { ItemRule, Measures } from './rule';

const { MET, NOT_MET, UNKNOWN } = Verdict;
const verdict = fc.constantFrom(MET, NOT_MET, UNKNOWN);
const verdicts = fc.array(verdict, { minLength: 1, maxLength: 10 });
const asked = verdicts.chain((items) => fc.tuple(fc.constant(items), fc.integer({ min: 1, max: items.length })));

const NAMES = ['offences', 'fires', 'accidents'];
const count = fc.integer({ min: 0, max: 4 });
/** Each measure may be missing. */
const measures: fc.Arbitrary<Measures> = fc.record(
  { offences: count, fires: count, accidents: count },
  { requiredKeys: [] },
);
const facts: fc.Arbitrary<ItemFacts> = fc.record({
  measures: fc.option(measures),
  before: fc.option(measures),
  base: fc.option(measures),
  isComparable: fc.boolean(),
});
const names = fc.subarray(NAMES, { minLength: 1 });
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => String(hundredths / 100));
const comparison: fc.Arbitrary<ItemRule> = fc.oneof(
  fc.record({ kind: fc.constant('NOT_MORE_THAN_YEAR_BEFORE' as const), measures: names, strict: fc.boolean() }),
  fc.record({
    kind: fc.constant('CHANGE_AGAINST_BASE_YEAR' as const),
    measures: names,
    baseYear: fc.constant(2019),
    fewerByAtLeastPercent: percent,
  }),
);

/** What is missing becomes known; what is known stays. */
const learn = (known: Measures | null, more: Measures): Measures => ({ ...more, ...known });

test('a content that becomes known never overturns a decided verdict', () => {
  const outcome = fc.array(fc.constantFrom(MET, NOT_MET), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(asked, outcome, ([items, least], outcomes) => {
      const known = items.map((item, place) => (item === UNKNOWN ? outcomes[place]! : item));
      if (allOf(items) !== UNKNOWN) expect(allOf(known)).toBe(allOf(items));
      if (atLeastOf(least, items) !== UNKNOWN) expect(atLeastOf(least, known)).toBe(atLeastOf(least, items));
    }),
  );
});

test('a verdict stays open only where the unknown contents can still turn it either way', () => {
  fc.assert(
    fc.property(asked, ([items, least]) => {
      const all = (outcome: Verdict) => items.map((item) => (item === UNKNOWN ? outcome : item));
      for (const judge of [allOf, (known: Verdict[]) => atLeastOf(least, known)]) {
        const [worst, best] = [judge(all(NOT_MET)), judge(all(MET))];
        expect(judge(items)).toBe(worst === best ? worst : UNKNOWN);
      }
    }),
  );
});

test('the order of contents changes nothing', () => {
  fc.assert(
    fc.property(asked, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), ([items, least], keys) => {
      const order = items.map((_, place) => place).sort((a, b) => keys[a]! - keys[b]! || b - a);
      const shuffled = order.map((place) => items[place]!);
      expect(allOf(shuffled)).toBe(allOf(items));
      expect(atLeastOf(least, shuffled)).toBe(atLeastOf(least, items));
    }),
  );
});

test('at least all of the contents is all of them, and a whole may be judged in two parts', () => {
  fc.assert(
    fc.property(verdicts, verdicts, (items, others) => {
      expect(atLeastOf(items.length, items)).toBe(allOf(items));
      expect(allOf([allOf(items), allOf(others)])).toBe(allOf([...items, ...others]));
    }),
  );
});

test('a figure that becomes known never overturns what the measures had decided', () => {
  fc.assert(
    fc.property(comparison, facts, measures, measures, measures, (rule, before, ...more) => {
      const decided = judgeItem(rule, before)!.verdict;
      fc.pre(decided !== UNKNOWN);
      const after = {
        ...before,
        measures: learn(before.measures, more[0]),
        before: learn(before.before, more[1]),
        base: learn(before.base, more[2]),
      };
      expect(judgeItem(rule, after)!.verdict).toBe(decided);
    }),
    { numRuns: 1_000 },
  );
});

test('a reason stands exactly where the verdict is unknown, and it is one of two', () => {
  const reasons = [UnknownReason.ITEM_UNKNOWN, UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR];
  fc.assert(
    fc.property(comparison, facts, (rule, known) => {
      const judgement = judgeItem(rule, known)!;
      for (const part of [judgement, ...judgement.required]) {
        expect(part.reason !== null).toBe(part.verdict === UNKNOWN);
        if (part.reason !== null) expect(reasons).toContain(part.reason);
      }
    }),
  );
});

test('the order of the measures in a rule changes neither verdict nor reason', () => {
  fc.assert(
    fc.property(comparison, facts, (rule, known) => {
      fc.pre('measures' in rule);
      const turned = { ...rule, measures: [...rule.measures].reverse() };
      const { verdict, reason } = judgeItem(rule, known)!;
      expect(judgeItem(turned, known)).toMatchObject({ verdict, reason });
    }),
  );
});

test('one more case never turns a content that was not met into one that is', () => {
  fc.assert(
    fc.property(comparison, facts, (rule, known) => {
      fc.pre(known.measures?.offences !== undefined && judgeItem(rule, known)!.verdict === NOT_MET);
      const more = { ...known, measures: { ...known.measures, offences: known.measures.offences + 1 } };
      expect(judgeItem(rule, more)!.verdict).toBe(NOT_MET);
    }),
  );
});

test('a share is judged as the exact fractions compare, and the required count is the smallest that passes', () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 });
  const share = fc
    .integer({ min: 1, max: 100_000 })
    .chain((whole) => fc.tuple(fc.constant(whole), fc.integer({ min: 0, max: whole })));
  fc.assert(
    fc.property(hundredths, share, (limit, [whole, part]) => {
      const condition = { part: 'recognised', of: 'subUnits', atLeastPercent: String(limit / 100) };
      const rule: ItemRule = { kind: 'SHARE_OF_SUB_UNITS', conditions: [condition] };
      const known = { measures: { recognised: part, subUnits: whole }, before: null, base: null, isComparable: false };
      // the oracle: part/whole ≥ limit/10000, multiplied out; below 2^53
      const passes = (units: number) => units * 10_000 >= limit * whole;
      const { verdict, required } = judgeItem(rule, known)!;
      expect(verdict).toBe(passes(part) ? MET : NOT_MET);
      const needed = required[0]!.limit!;
      expect([passes(needed), needed > 0 && passes(needed - 1), needed <= whole]).toEqual([true, false, true]);
    }),
    { numRuns: 1_000 },
  );
});

test('what the measures decide may be stated, its opposite may not, and nothing else is refused', () => {
  fc.assert(
    fc.property(comparison, facts, verdict, (rule, known, stated) => {
      const computed = judgeItem(rule, known)!.verdict;
      const contradicts = computed !== UNKNOWN && stated !== UNKNOWN && computed !== stated;
      const check = () => checkStated(rule, known, stated);
      if (contradicts) expect(check).toThrow(`Stated ${stated}, but the measures say ${computed}`);
      else expect(check).not.toThrow();
    }),
  );
});
