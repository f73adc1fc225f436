import * as fc from 'fast-check';
import type { Counts, UnknownReason } from '../counts';
import { countsOf, targetOf } from '../counts.fixture';
import type { Target } from '../target';
import { answerEn } from './answer-en';
import { answerVi } from './answer-vi';
import type { Explained } from './explained';
import { explained } from './explained.fixture';
import { explain } from './steps';

const REASONS: UnknownReason[] = ['NOT_STARTED', 'IN_DRAFT', 'AWAITING_APPRAISAL', 'RETURNED', 'ITEM_UNKNOWN'];
const count = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 12_000 }));

/** Unknowns of up to five reasons; self-assessed ones are among them. */
const counts: fc.Arbitrary<Counts> = fc
  .record({
    met: count,
    notMet: fc.oneof(fc.constant(0), count),
    reasons: fc.array(fc.oneof(fc.constant(0), count), { maxLength: 5 }),
  })
  .map(({ met, notMet, reasons }) => {
    const unknown = reasons.reduce((sum, one) => sum + one, 0);
    const unknownByReason = Object.fromEntries(reasons.map((one, place) => [REASONS[place] as UnknownReason, one]));
    return countsOf(met, notMet, unknown, { unknownByReason, selfAssessedMet: reasons[2] ?? 0 });
  });
const target: fc.Arbitrary<Target | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 9,
    arbitrary: fc
      .record({
        hundredths: fc.oneof(fc.constant(9_900), fc.integer({ min: 0, max: 10_000 })),
        inherited: fc.boolean(),
      })
      .map(({ hundredths, inherited }) =>
        // the paper and its day have figures of their own: here they have none
        targetOf(String(hundredths / 100), { source: 'QĐ', version: 'bản đầu', inherited }),
      ),
  },
);
const answered = fc
  .record({
    now: counts,
    before: counts,
    target,
    place: fc.constantFrom(null, 'Tỉnh X'),
    knownOn: fc.constantFrom('2025-11-30', '2026-01-01'),
  })
  .map(({ now, before, target, ...subject }) => explained(now, subject, target, { 2024: before }));

const DAY_VI = /\d\d\/\d{1,2}\/\d{4}/g;
const DAY_EN = /\d{1,2} [A-Z][a-z]+ \d{4}/g;
/** Figures as the answer has them; days aside, and the number of the indicator. */
const figuresVi = (text: string) =>
  [
    ...text
      .replace(DAY_VI, '')
      .replaceAll('chỉ tiêu 19.2', '')
      .matchAll(/\d[\d.]*(?:,\d+)?/g),
  ].map(([shown]) => shown.replace(/\.$/, '').replaceAll('.', '').replace(',', '.'));
const figuresEn = (text: string) =>
  [
    ...text
      .replace(DAY_EN, '')
      .replaceAll('indicator 19.2', '')
      .matchAll(/\d[\d,]*(?:\.\d+)?/g),
  ].map(([shown]) => shown.replace(/,$/, '').replaceAll(',', ''));
const textOf = (figures: readonly (string | number | null)[]) => figures.map(String);

function forAnyAnswer(check: (answer: Explained) => void) {
  fc.assert(fc.property(answered, check), { numRuns: 500 });
}

/** What each step may say: figures of the answer, in the order in which they stand there. */
function figuresOfSteps({ attainment, counts, target }: Explained) {
  const { met, notMet, unknown, total, requiredCount, verdict, method } = attainment;
  const reasons = Object.values(counts.unknownByReason).filter((one) => one > 0);
  const percent = target?.percent ?? null;
  return {
    SCOPE: [total, [total]],
    RESULTS: [met, [met, notMet, unknown, ...reasons]],
    ...(target && { TARGET: [percent, [percent, 2025]] }),
    ...(requiredCount !== null && {
      REQUIRED: [requiredCount, [percent, total, productOf(percent ?? '0', total), requiredCount]],
      COMPARISON: [met, [met, requiredCount]],
      ...(unknown > 0 && { IF_UNKNOWNS_PASS: [met + unknown, [unknown, met + unknown, requiredCount]] }),
    }),
    CONCLUSION: [verdict, []],
    METHOD: [method.version, [method.version]],
  } as Record<string, [string | number, (string | number | null)[]]>;
}

/** Percent of total by hand: hundredths of a percent times units, with the mark four places from the right. */
function productOf(percent: string, total: number): string {
  const scaled = String(Math.round(Number(percent) * 100) * total).padStart(5, '0');
  return `${scaled.slice(0, -4)}.${scaled.slice(-4)}`.replace(/\.?0+$/, '');
}

/** A rate as sentences print it; whole ones and those with more decimals stay. */
function twoDecimals(rate: string | null): string | null {
  const decimals = rate?.split('.')[1]?.length;
  return rate !== null && decimals === 1 ? Number(rate).toFixed(2) : rate;
}

function figuresOfAnswer({ attainment, counts, subject }: Explained): (string | number | null)[] {
  const { met, unknown, total, verdict, ratePercent, bounds, requiredCount, surplus, targetPercent } = attainment;
  const { shortfall, shortfallIfUnknownsPass } = attainment;
  const missing = shortfall === shortfallIfUnknownsPass ? [shortfall] : [shortfallIfUnknownsPass, shortfall];
  const opening = [subject.year, met, total];
  const said: Record<typeof verdict, (string | number | null)[]> = {
    NO_TARGET: [met, total],
    NOT_APPLICABLE: [],
    NO_DATA: [subject.year, total],
    ATTAINED: [...opening, twoDecimals(ratePercent), targetPercent, requiredCount, ...(surplus ? [surplus] : [])],
    NOT_ATTAINED: [...opening, twoDecimals(ratePercent), 2025, targetPercent, requiredCount, ...missing],
    UNDECIDED: [
      ...opening,
      twoDecimals(bounds?.lowerPercent ?? null),
      twoDecimals(bounds?.upperPercent ?? null),
      unknown,
      targetPercent,
      requiredCount,
      ...missing,
    ],
  };
  return [
    ...said[verdict],
    ...(['ATTAINED', 'NOT_ATTAINED'].includes(verdict) && unknown > 0 ? [unknown] : []),
    ...(attainment.attainedInYear ? [attainment.attainedInYear] : []),
    ...(counts.selfAssessedMet ? [counts.selfAssessedMet] : []),
  ];
}

test('every figure of every step is one of the answer, in both languages', () => {
  forAnyAnswer((answer) => {
    const expected = figuresOfSteps(answer);
    const steps = explain(answer);
    expect(steps.map(({ key }) => key)).toEqual(Object.keys(expected));
    for (const { key, value, vi, en } of steps) {
      const [main, figures] = expected[key] ?? [];
      expect([key, value]).toEqual([key, String(main)]);
      expect([key, figuresVi(vi)]).toEqual([key, textOf(figures ?? [])]);
      expect([key, figuresEn(en)]).toEqual([key, textOf(figures ?? [])]);
    }
  });
});

test('a comparison says which of its two figures is larger', () => {
  forAnyAnswer((answer) => {
    const comparing = explain(answer).filter(({ key }) => ['COMPARISON', 'IF_UNKNOWNS_PASS'].includes(key));
    for (const text of comparing.flatMap(({ vi, en }) => [vi, en])) {
      const [, left, sign, right] = /([\d.,]+) ([≥<]) ([\d.,]+)\.$/.exec(text) ?? [];
      const [a, b] = [left, right].map((shown) => Number(shown?.replace(/[.,]/g, ''))) as [number, number];
      expect([text, sign]).toEqual([text, a >= b ? '≥' : '<']);
    }
  });
});

test('every figure of the sentence is one of the answer, in both languages', () => {
  forAnyAnswer((answer) => {
    const expected = textOf(figuresOfAnswer(answer)).sort();
    expect(figuresVi(answerVi(answer)).sort()).toEqual(expected);
    expect(figuresEn(answerEn(answer)).sort()).toEqual(expected);
  });
});
