import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import { factsOf } from './item-facts.fixture';
import { judgeItem } from './judge-item';
import type { ItemRule, Measures } from './rule';

/** Thông tư 124/2021/TT-BCA, Article 5 (4). */
const TT_124: ItemRule = {
  kind: 'SHARE_OF_SUB_UNITS',
  conditions: [
    { part: 'registered', of: 'subUnits', atLeastPercent: '100' },
    { part: 'recognised', of: 'registered', atLeastPercent: '70' },
  ],
};

const judge = (measures: Measures | null) => judgeItem(TT_124, factsOf(measures))!;

test('16 of 25 misses 70 %, and 18 are required', () => {
  const { verdict, reason, required } = judge({ subUnits: 25, registered: 25, recognised: 16 });
  expect({ verdict, reason }).toEqual({ verdict: Verdict.NOT_MET, reason: null });
  expect(required.map(({ limit }) => limit)).toEqual([25, 18]);
  expect(required[1]).toEqual({
    measure: 'recognised',
    count: 16,
    bound: 'AT_LEAST',
    limit: 18,
    basis: { kind: 'WHOLE', measure: 'registered', count: 25 },
    verdict: Verdict.NOT_MET,
    reason: null,
  });
});

test.each([
  [{ subUnits: 25, registered: 25, recognised: 17 }, Verdict.NOT_MET],
  [{ subUnits: 25, registered: 25, recognised: 18 }, Verdict.MET],
  [{ subUnits: 10, registered: 10, recognised: 7 }, Verdict.MET],
  [{ subUnits: 25, registered: 24, recognised: 24 }, Verdict.NOT_MET],
  [{ subUnits: 25, registered: 24 }, Verdict.NOT_MET],
  [{ registered: 25, recognised: 16 }, Verdict.NOT_MET],
  [{ registered: 25, recognised: 25 }, Verdict.UNKNOWN],
  [{ subUnits: 25, registered: 25 }, Verdict.UNKNOWN],
  [{ subUnits: 25, registered: 0, recognised: 0 }, Verdict.NOT_MET],
  [{}, Verdict.UNKNOWN],
])('%j is %s', (measures: Measures, verdict) => {
  expect(judge(measures).verdict).toBe(verdict);
});

test('a measure that is missing makes the content unknown for want of a figure of its own', () => {
  expect(judge({ subUnits: 25, registered: 25 }).reason).toBe(UnknownReason.ITEM_UNKNOWN);
  expect(judge(null).reason).toBe(UnknownReason.ITEM_UNKNOWN);
});

test('0 of 0 sub-units is neither met nor failed, and no number is required', () => {
  const { verdict, reason, required } = judge({ subUnits: 0, registered: 0, recognised: 0 });
  expect({ verdict, reason }).toEqual({ verdict: Verdict.UNKNOWN, reason: UnknownReason.ITEM_UNKNOWN });
  expect(required.map(({ limit }) => limit)).toEqual([null, null]);
});

test('a part larger than its whole is refused with the names of both', () => {
  expect(() => judge({ subUnits: 25, registered: 26 })).toThrow(
    expect.objectContaining({
      message: 'registered: 26 of 25 (subUnits) – a part is no larger than its whole; correct one of them.',
      extensions: { code: 'BAD_USER_INPUT', measures: ['registered', 'subUnits'] },
    }),
  );
  expect(() => judge({ subUnits: 0, registered: 1 })).toThrow('a part is no larger than its whole');
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])('%d is no count, and its measure is named', (count) => {
  expect(() => judge({ subUnits: count })).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', measures: ['subUnits'] } }),
  );
});

test('a measure is not found in what every object inherits', () => {
  const rule: ItemRule = {
    kind: 'SHARE_OF_SUB_UNITS',
    conditions: [{ part: 'constructor', of: 'toString', atLeastPercent: '1' }],
  };
  expect(judgeItem(rule, factsOf({}))?.verdict).toBe(Verdict.UNKNOWN);
});

test('a measure that a file holds as null is not known, and never 0', () => {
  const measures = { subUnits: 25, registered: 25, recognised: null } as unknown as Measures;
  expect(judge(measures)).toMatchObject({ verdict: Verdict.UNKNOWN, reason: UnknownReason.ITEM_UNKNOWN });
});
