import * as fc from 'fast-check';
import { computeAttainment } from './compute-attainment';
import type { Counts } from './counts';
import { countsOf, figuresOf, targetOf } from './counts.fixture';

const count = fc.integer({ min: 0, max: 300 });
const counts = fc.tuple(count, count, count).map(([met, notMet, unknown]) => countsOf(met, notMet, unknown));
const percent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => String(hundredths / 100));
/** Of the unknown units, how many turn out to be known and how many of these met: any share, or all of them alike. */
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const outcome = fc.oneof(
  fc.tuple(share, share),
  fc.constant<[number, number]>([1, 1]),
  fc.constant<[number, number]>([1, 0]),
);

function attainmentOf(target: string, now: Counts, earlier: Record<number, Counts> = {}, year = 2024) {
  const series = new Map(Object.entries({ ...earlier, [year]: now }).map(([key, tally]) => [Number(key), tally]));
  return figuresOf(computeAttainment({ year, today: '2026-01-01', series, target: targetOf(target) })!);
}

function resolve({ met, notMet, unknown }: Counts, [known, passed]: [number, number]): Counts {
  const resolved = Math.round(known * unknown);
  const metNow = Math.round(passed * resolved);
  return countsOf(met + metNow, notMet + resolved - metNow, unknown - resolved);
}

const SCALE = 10n ** 12n;
/** A printed decimal as a whole number of 10⁻¹², so that it can be compared exactly. */
const exactly = (printed: string) => {
  const [whole = '', fraction = ''] = printed.split('.');
  return BigInt(whole + fraction.padEnd(12, '0'));
};

test('an unknown unit that becomes known never overturns a certain verdict', () => {
  fc.assert(
    fc.property(percent, counts, outcome, (target, before, what) => {
      const { verdict } = attainmentOf(target, before);
      fc.pre(verdict === 'ATTAINED' || verdict === 'NOT_ATTAINED');
      expect(attainmentOf(target, resolve(before, what)).verdict).toBe(verdict);
    }),
    { numRuns: 1_000 },
  );
});

test('an unknown unit of either year that becomes known never overturns a certain pace', () => {
  fc.assert(
    fc.property(percent, counts, counts, outcome, outcome, (target, baseline, now, whatWas, whatIs) => {
      const before = attainmentOf(target, now, { 2022: baseline });
      fc.pre(before.paceStatus !== null && before.paceStatus !== 'UNKNOWN');
      const after = attainmentOf(target, resolve(now, whatIs), { 2022: resolve(baseline, whatWas) });
      // on track may turn out to be there already
      const allowed = before.verdict === 'UNDECIDED' ? [before.paceStatus, 'ATTAINED'] : [before.paceStatus];
      expect(allowed).toContain(after.paceStatus);
    }),
    { numRuns: 1_000 },
  );
});

test('an unknown unit that becomes known never overturns a certain projection', () => {
  fc.assert(
    fc.property(percent, counts, counts, outcome, outcome, (target, baseline, now, whatWas, whatIs) => {
      const before = attainmentOf(target, now, { 2022: baseline }).projection;
      fc.pre(before !== null && before.willAttain !== 'UNKNOWN');
      const after = attainmentOf(target, resolve(now, whatIs), { 2022: resolve(baseline, whatWas) }).projection;
      expect(after?.willAttain).toBe(before?.willAttain);
    }),
  );
});

test('bounds, shortfalls and the rate contain what turns out to be true', () => {
  fc.assert(
    fc.property(percent, counts, fc.double({ min: 0, max: 1, noNaN: true }), (target, before, passed) => {
      fc.pre(before.total > 0 && before.unknown > 0);
      const { bounds, shortfall, shortfallIfUnknownsPass } = attainmentOf(target, before);
      const truth = resolve(before, [1, passed]);
      const exact = BigInt(truth.met) * 100n * SCALE;
      expect(exactly(bounds!.lowerPercent) * BigInt(before.total)).toBeLessThanOrEqual(exact);
      expect(exactly(bounds!.upperPercent) * BigInt(before.total)).toBeGreaterThanOrEqual(exact);
      const missing = attainmentOf(target, truth).shortfall!;
      expect(missing).toBeLessThanOrEqual(shortfall!);
      expect(missing).toBeGreaterThanOrEqual(shortfallIfUnknownsPass!);
    }),
  );
});

test('one more unit that met never lowers a figure, raises the shortfall or loses the target', () => {
  fc.assert(
    fc.property(percent, counts, (target, before) => {
      fc.pre(before.notMet > 0);
      const now = attainmentOf(target, before);
      const more = attainmentOf(target, countsOf(before.met + 1, before.notMet - 1, before.unknown));
      expect(exactly(more.ratePercent!)).toBeGreaterThanOrEqual(exactly(now.ratePercent!));
      expect(exactly(more.attainmentPercent!)).toBeGreaterThanOrEqual(exactly(now.attainmentPercent!));
      expect(more.shortfall!).toBeLessThanOrEqual(now.shortfall!);
      expect(more.surplus!).toBeGreaterThanOrEqual(now.surplus!);
      const order = ['NOT_ATTAINED', 'UNDECIDED', 'ATTAINED'];
      expect(order.indexOf(more.verdict)).toBeGreaterThanOrEqual(order.indexOf(now.verdict));
    }),
  );
});

test('no printed figure crosses the target, 100 or 0', () => {
  // populations large enough to come closer to the target than two decimals show
  const large = fc.integer({ min: 1, max: 100_000 });
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(percent, large, near, fc.integer({ min: 0, max: 3 }), (target, total, off, open) => {
      const met = Math.min(total, Math.max(0, Math.ceil((Number(target) * total) / 100) + off));
      const unknown = Math.min(open, total - met);
      fc.pre(met + (total - met - unknown) > 0);
      const { ratePercent, bounds, attainmentPercent } = attainmentOf(
        target,
        countsOf(met, total - met - unknown, unknown),
      );
      const reaches = (units: number) => BigInt(units) * 100n * SCALE >= exactly(target) * BigInt(total);
      const shown = [ratePercent!, bounds!.lowerPercent, bounds!.upperPercent].map((text) => Number(text));
      const truth = [met, met, met + unknown];
      expect(shown.map((rate) => rate >= Number(target))).toEqual(truth.map(reaches));
      expect(shown.map((rate) => rate >= 100)).toEqual(truth.map((units) => units === total));
      expect(shown.map((rate) => rate === 0)).toEqual(truth.map((units) => units === 0));
      expect(Number(attainmentPercent) >= 100).toBe(reaches(met));
    }),
    { numRuns: 1_000 },
  );
});

test('a whole that is the sum of its parts is short by no more than the parts together', () => {
  fc.assert(
    fc.property(percent, fc.array(counts, { minLength: 1, maxLength: 63 }), (target, parts) => {
      const sum = (pick: (part: Counts) => number) => parts.reduce((total, part) => total + pick(part), 0);
      const whole = countsOf(
        sum(({ met }) => met),
        sum(({ notMet }) => notMet),
        sum(({ unknown }) => unknown),
      );
      const answers = parts.map((part) => attainmentOf(target, part));
      const inParts = (field: 'requiredCount' | 'allowance' | 'shortfall') =>
        answers.reduce((total, answer) => total + (answer[field] ?? 0), 0);
      const { requiredCount, allowance, shortfall, verdict } = attainmentOf(target, whole);
      // rounded up on its own, each part needs less than one unit more than its share of the whole's need
      expect(inParts('requiredCount') - (requiredCount ?? 0)).toBeLessThan(parts.length);
      expect(requiredCount ?? 0).toBeLessThanOrEqual(inParts('requiredCount'));
      expect(allowance ?? 0).toBeGreaterThanOrEqual(inParts('allowance'));
      expect(shortfall ?? 0).toBeLessThanOrEqual(inParts('shortfall'));
      if (answers.every((answer) => answer.verdict === 'ATTAINED')) expect(verdict).toBe('ATTAINED');
    }),
  );
});

test('the order in which years are told changes nothing', () => {
  // most of the units meet it, so that a target is attained in more than one year and lost again
  const few = fc.integer({ min: 0, max: 2 });
  const mostMet = fc.tuple(fc.integer({ min: 10, max: 30 }), few, few).map((parts) => countsOf(...parts));
  const years = fc.uniqueArray(fc.tuple(fc.integer({ min: 2020, max: 2027 }), mostMet), {
    selector: ([year]) => year,
    minLength: 3,
    maxLength: 6,
  });
  const told = years.chain((drawn) =>
    fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
  );
  fc.assert(
    fc.property(fc.constantFrom('90', '95', '99'), told, (target, [drawn, shuffled]) => {
      const answer = (series: [number, Counts][], year: number) =>
        figuresOf(computeAttainment({ year, today: '2026-01-01', series: new Map(series), target: targetOf(target) })!);
      for (const [year] of drawn) expect(answer(shuffled, year)).toEqual(answer(drawn, year));
    }),
    { numRuns: 300 },
  );
});
