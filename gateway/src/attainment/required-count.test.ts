import { parsePercent, requiredCount } from '@tieuchi/subgraph-kit';
import * as fc from 'fast-check';
import { allowance } from './allowance';
import { RURAL_COMMUNES_2025 } from './rural-communes-2025.fixture';

const required = (percent: string, total: number) => requiredCount(parsePercent(percent), total);

test.each([
  ['70', 25, 18], // the worked example for Thông tư 23/2012
  ['30', 249, 75], // Thành phố Hồ Chí Minh: 75 of 249 wards
  ['50', 85, 43], // Trà Vinh: 43 of 85 communes
  ['99', 85, 85],
  ['99', 116, 115],
  ['99', 7_692, 7_616],
  ['87.5', 8, 7],
  ['87.51', 8, 8],
  ['99', 0, 0],
  ['0', 12, 0],
  ['100', 12, 12],
  ['0.01', 12, 1],
])('at least %s %% of %d units is %d', (percent, total, count) => {
  expect(required(percent, total)).toBe(count);
});

test.each([
  [99, 0],
  [100, 1],
  [452, 4],
  [7_692, 76],
])('at 99 %% a population of %d may miss %d', (total, missing) => {
  expect(allowance(parsePercent('99'), total)).toBe(missing);
});

describe('the rural communes of 30 June 2025 at 99 %', () => {
  const totals = RURAL_COMMUNES_2025.map(({ total }) => total);
  const groups = new Map<string, number>();
  for (const { successor, total } of RURAL_COMMUNES_2025) groups.set(successor, (groups.get(successor) ?? 0) + total);
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const requiredInAll = (populations: Iterable<number>) => sum([...populations].map((total) => required('99', total)));

  test('are 7,692 in 63 provinces and in 34 groups', () => {
    expect([totals.length, sum(totals), groups.size, sum(groups.values())]).toEqual([63, 7_692, 34, 7_692]);
  });

  test('require 7,649 province by province, 7,631 group by group and 7,616 in the country', () => {
    expect(requiredInAll(totals)).toBe(7_649);
    expect(requiredInAll(groups.values())).toBe(7_631);
    expect(required('99', sum(totals))).toBe(7_616);
  });

  test('leave 28 provinces without a single commune to miss and Thanh Hóa with four', () => {
    const allowances = RURAL_COMMUNES_2025.map(({ total }) => allowance(parsePercent('99'), total));
    expect(allowances.filter((missing) => missing === 0)).toHaveLength(28);
    expect(Math.max(...allowances)).toBe(4);
    expect(RURAL_COMMUNES_2025[allowances.indexOf(4)]?.code).toBe('38');
  });
});

const hundredths = fc.integer({ min: 0, max: 10_000 });
const population = fc.integer({ min: 0, max: 400 });

test('is the smallest count that a search from zero finds', () => {
  fc.assert(
    fc.property(hundredths, population, (target, total) => {
      let smallest = 0;
      while (smallest * 10_000 < target * total) smallest++;
      expect(requiredCount({ hundredths: BigInt(target) }, total)).toBe(smallest);
    }),
  );
});

test('parts never require less than the whole, nor more than one unit for each part beyond the first', () => {
  fc.assert(
    fc.property(hundredths, fc.array(population, { minLength: 1, maxLength: 70 }), (target, parts) => {
      const percent = { hundredths: BigInt(target) };
      const whole = requiredCount(
        percent,
        parts.reduce((total, part) => total + part, 0),
      );
      const inParts = parts.reduce((total, part) => total + requiredCount(percent, part), 0);
      expect(inParts).toBeGreaterThanOrEqual(whole);
      expect(inParts).toBeLessThanOrEqual(whole + parts.length - 1);
    }),
  );
});
