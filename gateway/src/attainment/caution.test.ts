import { describeCaution } from './caution';
import { countsOf } from './counts.fixture';

// the formula in double precision, on its own
function wilson(met: number, n: number): [number, number] {
  const z = 1.959964;
  const middle = (met / n + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((met * (n - met)) / n ** 3 + (z * z) / (4 * n * n));
  return [100 * (middle - half), 100 * (middle + half)];
}

test.each([
  [8, 2, '49.01', '94.34'],
  [0, 10, '0', '27.76'],
  [10, 0, '72.24', '100'],
  [7_550, 142, '97.82', '98.44'],
])('of %d met and %d not the interval goes from %s to %s', (met, notMet, low, high) => {
  expect(describeCaution(countsOf(met, notMet))).toMatchObject({ wilsonLowPercent: low, wilsonHighPercent: high });
});

test('agrees with double precision within the rounding for every count up to 60', () => {
  const differing: string[] = [];
  for (let n = 1; n <= 60; n++) {
    for (let met = 0; met <= n; met++) {
      const { wilsonLowPercent, wilsonHighPercent } = describeCaution(countsOf(met, n - met));
      const [low, high] = wilson(met, n);
      const outward = [low - Number(wilsonLowPercent), Number(wilsonHighPercent) - high];
      if (!outward.every((points) => points > -1e-9 && points < 0.01)) differing.push(`${met} of ${n}: ${outward}`);
    }
  }
  expect(differing).toEqual([]);
});

test('looks only at what was appraised and is silent where nothing was', () => {
  expect(describeCaution(countsOf(8, 2, 40)).wilsonLowPercent).toBe(describeCaution(countsOf(8, 2)).wilsonLowPercent);
  expect(describeCaution(countsOf(0, 0, 9))).toEqual({
    wilsonLowPercent: null,
    wilsonHighPercent: null,
    smallDenominator: true,
  });
});

test.each([
  [9, true],
  [10, false],
])('a population of %d is small: %s', (total, small) => {
  expect(describeCaution(countsOf(total - 1, 0, 1)).smallDenominator).toBe(small);
});
