import * as fc from 'fast-check';
import { computeAttainment } from './compute-attainment';
import type { Counts } from './counts';
import { countsOf, targetOf } from './counts.fixture';

const count = fc.integer({ min: 0, max: 120 });
const anyCounts = fc.tuple(count, count, count).map(([met, notMet, unknown]) => countsOf(met, notMet, unknown));
const anyPercent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => String(hundredths / 100));

function judge(counts: Counts, percent: string) {
  const series = new Map([[2025, counts]]);
  const attainment = computeAttainment({ year: 2025, today: '2026-01-01', series, target: targetOf(percent) });
  return { verdict: attainment?.verdict, change: attainment?.unitsToChange ?? null };
}

it('135 of 137 against 99 % lacks one unit, which an unknown can be', () => {
  expect(judge(countsOf(135, 0, 2), '99').change).toEqual({
    toAttain: 1,
    toAttainFromUnknown: 1,
    toAttainFromNotMet: 0,
    toLose: null,
  });
  expect(judge(countsOf(130, 5, 2), '99').change).toMatchObject({
    toAttain: 6,
    toAttainFromUnknown: 2,
    toAttainFromNotMet: 4,
  });
});

it('with an allowance of one that is not used, two losses lose the target', () => {
  expect(judge(countsOf(121, 0), '99').change).toMatchObject({ toAttain: 0, toLose: 2 });
  expect(judge(countsOf(120, 1), '99').change).toMatchObject({ toAttain: 0, toLose: 1 });
});

it('is null without a population', () => {
  expect(judge(countsOf(0, 0), '99').change).toBeNull();
});

it('that many more are enough and one fewer is not; that many losses lose it and one fewer does not', () => {
  fc.assert(
    fc.property(anyCounts, anyPercent, (counts, percent) => {
      const { verdict, change } = judge(counts, percent);
      fc.pre(change !== null && verdict !== 'NO_DATA');
      if (change === null) return;
      const won = (units: number) => {
        const fromUnknown = Math.min(units, counts.unknown);
        return countsOf(counts.met + units, counts.notMet - (units - fromUnknown), counts.unknown - fromUnknown);
      };
      expect(judge(won(change.toAttain), percent).verdict).toBe('ATTAINED');
      if (change.toAttain > 0) expect(judge(won(change.toAttain - 1), percent).verdict).not.toBe('ATTAINED');
      expect(change.toLose === null).toBe(verdict !== 'ATTAINED');
      if (change.toLose === null) return;
      const lost = (units: number) => countsOf(counts.met - units, counts.notMet + units, counts.unknown);
      expect(judge(lost(change.toLose), percent).verdict).not.toBe('ATTAINED');
      expect(judge(lost(change.toLose - 1), percent).verdict).toBe('ATTAINED');
    }),
    { numRuns: 1_000 },
  );
});
