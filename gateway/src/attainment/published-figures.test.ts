import { computeAttainment } from './compute-attainment';
import { countsOf, targetOf } from './counts.fixture';

/** Counts as they were printed, all of them appraised. */
function attainmentOf(met: number, total: number, percent: string | null = null) {
  const series = new Map([[2024, countsOf(met, total - met)]]);
  const target = percent === null ? null : targetOf(percent);
  return computeAttainment({ year: 2024, today: '2024-11-30', series, target })!;
}

describe('the percentage that was printed comes out of the counts that were printed with it', () => {
  test.each([
    ['Việt Nam, new rural communes, Nov 2022: 71.4', 5_869, 8_225, '71.36'], // canthotv.vn 15 Dec 2022
    ['Việt Nam, new rural communes, Dec 2022: 73.06', 6_009, 8_225, '73.06'], // baothaibinh.com.vn 7 Feb 2023
    ['Việt Nam, advanced of the recognised ones, Jan 2025: 36.4', 2_275, 6_250, '36.4'], // danviet.vn 26 Feb 2025
    ['Việt Nam, model of the recognised ones, Jan 2025: 8.8', 550, 6_250, '8.8'], // danviet.vn 26 Feb 2025
    ['An Giang, 19.2 of the old set, 2018: 66', 78, 119, '65.55'], // tuyengiaoangiang.vn 21 Feb 2019
    ['An Giang, 19.2 of the old set, 2019: "over 81"', 97, 119, '81.51'], // baoangiang.com.vn 18 Feb 2020
    ['An Giang, safe units, 2019: "over 94"', 112, 119, '94.12'], // baoangiang.com.vn 18 Feb 2020
    ['Quảng Nam, new rural communes of those in the programme, Oct 2024: 67', 129, 193, '66.84'], // qrt.vn Oct 2024
    ['Bình Dương, safe units, 2018: 88.73', 252, 284, '88.73'], // cand.com.vn
  ])('%s', (_, met, total, printed) => {
    expect(attainmentOf(met, total).ratePercent).toBe(printed);
  });

  test('but not for the advanced communes of June 2025: 42.4 was printed, the counts give 42.19', () => {
    // vietnamnet.vn Jul 2025: 2,567 of 6,084
    expect(attainmentOf(2_567, 6_084).ratePercent).toBe('42.19');
  });

  test('and from the counts the attainment that was printed for the rounded rates: 91 of 36.4 and 88 of 8.8', () => {
    // danviet.vn 26 Feb 2025; both rates are exact
    expect(attainmentOf(2_275, 6_250, '40').attainmentPercent).toBe('91');
    expect(attainmentOf(550, 6_250, '10').attainmentPercent).toBe('88');
  });
});

describe("the counts of provinces' plans stand where the targets of the country put them", () => {
  // Trà Vinh, kế hoạch 85/KH-UBND of 6 Dec 2022
  test.each([
    ['85 of 85 communes in 2022', 85, 85, '99', { requiredCount: 85, surplus: 0, verdict: 'ATTAINED' }],
    ['37 of 85 advanced communes in 2022', 37, 85, '50', { requiredCount: 43, shortfall: 6, verdict: 'NOT_ATTAINED' }],
    ['43 of 85 advanced communes in 2023', 43, 85, '50', { shortfall: 0, surplus: 0, verdict: 'ATTAINED' }],
    ['6 of 7 districts in 2022', 6, 7, '60', { requiredCount: 5, surplus: 1, verdict: 'ATTAINED' }],
    ['1 of 7 advanced districts in 2023', 1, 7, '25', { requiredCount: 2, shortfall: 1, verdict: 'NOT_ATTAINED' }],
  ])('%s', (_, met, total, percent, expected) => {
    expect(attainmentOf(met, total, percent)).toMatchObject(expected);
  });
});

test('88 to 93 from 2021 to 2023 toward 99 in 2025 is a ratio of 0.91: behind', () => {
  const series = new Map([
    [2021, countsOf(88, 12)],
    [2023, countsOf(93, 7)],
  ]);
  const target = targetOf('99', { baselineYear: 2021 });
  const { pace, paceStatus } = computeAttainment({ year: 2023, today: '2023-11-30', series, target })!;
  expect([pace()?.ratio, paceStatus]).toEqual(['0.91', 'BEHIND']);
});
