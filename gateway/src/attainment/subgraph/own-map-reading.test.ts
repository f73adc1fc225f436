import * as fc from 'fast-check';
import { computeAttainment } from '../compute-attainment';
import { countsOf, targetOf } from '../counts.fixture';
import type { ShownAttainment } from './attainment-type';
import { type OwnMapAttainment, readOnOwnMap } from './own-map-reading';

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }));
const unit: fc.Arbitrary<OwnMapAttainment> = fc
  .tuple(count, count, count, fc.constantFrom('99', '95', null))
  .map(([met, notMet, unknown, percent]) => {
    const counts = countsOf(met, notMet, unknown);
    const target = percent === null ? null : targetOf(percent);
    const attainment = computeAttainment({
      year: 2025,
      today: '2025-11-30',
      series: new Map([[2025, counts]]),
      target,
    });
    return { code: '01', fullName: 'Tỉnh X', attainment: { ...attainment, target } as ShownAttainment };
  });
const SUMS = ['requiredCount', 'shortfall', 'shortfallIfUnknownsPass'] as const;

test('the second reading is the sum of its units, each against its own target, in whatever order they come', () => {
  const told = fc
    .array(unit, { minLength: 1, maxLength: 5 })
    .chain((units) => fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })));
  fc.assert(
    fc.property(told, ([units, shuffled]) => {
      const { units: shown, ...sums } = readOnOwnMap(units)!;
      expect(readOnOwnMap(shuffled)).toEqual({ units: shuffled, ...sums });
      expect(shown).toEqual(units);
      // a unit without a target needs nothing that anybody could say
      const isOpen = units.some(({ attainment }) => attainment.target === null);
      for (const name of SUMS) {
        const sum = units.reduce((whole, { attainment }) => whole + (attainment[name] ?? 0), 0);
        expect([name, sums[name]]).toEqual([name, isOpen ? null : sum]);
      }
      expect(sums.attainedUnits).toBe(units.filter(({ attainment }) => attainment.verdict === 'ATTAINED').length);
    }),
  );
});

test('a surplus of one unit never fills the gap of another', () => {
  const unitOf = (met: number, notMet: number) => {
    const series = new Map([[2025, countsOf(met, notMet)]]);
    const target = targetOf('95');
    const attainment = computeAttainment({ year: 2025, today: '2025-11-30', series, target });
    return { code: '01', fullName: 'Tỉnh X', attainment: { ...attainment, target } as ShownAttainment };
  };
  expect(readOnOwnMap([unitOf(100, 0), unitOf(92, 8)])).toMatchObject({ shortfall: 3, attainedUnits: 1 });
});

test('a unit that counts for itself has no second reading', () => {
  expect(readOnOwnMap([])).toBeNull();
});
