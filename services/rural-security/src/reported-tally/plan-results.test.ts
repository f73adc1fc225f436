import { Language, Origin } from '@tieuchi/subgraph-kit';
import { comparePlans, type Plan, type YearResult } from './compare-plans';
import { PlanBasis } from './plan-result';
import { planSentence } from './plan-sentence';

const NOUNS = { nounVi: 'xã', nounEn: 'communes' };
const PLAN: Plan = { year: 2022, plan: 37, basis: PlanBasis.TARGET, planSource: '85/KH-UBND' };
const recorded = (met: number, unknown = 0, origin = Origin.RECORDED): YearResult => {
  return { year: 2022, met, unknown, origin, asOf: null };
};
const reported = (met: number, asOf: string): YearResult => {
  return { year: 2022, met, unknown: null, origin: Origin.PUBLISHED, asOf };
};
const say = (results: YearResult[], language = Language.VI, plan: Plan = PLAN) =>
  comparePlans([plan], results, NOUNS).map((one) => planSentence(one, language));

describe('a plan beside the result of its year', () => {
  it.each([
    [[], 'Kế hoạch năm 2022: 37 xã; chưa có kết quả thực hiện.'],
    [[recorded(40)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 40 xã, vượt 3.'],
    [[recorded(37)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 37 xã, đạt kế hoạch.'],
    [[recorded(30)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 30 xã, thiếu 7.'],
    [[recorded(0)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 0 xã, thiếu 37.'],
    [[recorded(30, 12)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 30 xã, thiếu 7; 12 đơn vị chưa có kết quả.'],
    [[recorded(40, 0, Origin.SYNTHETIC)], '[MÔ PHỎNG] Kế hoạch năm 2022: 37 xã; thực hiện: 40 xã, vượt 3.'],
    [[{ ...recorded(40), year: 2023 }], 'Kế hoạch năm 2022: 37 xã; chưa có kết quả thực hiện.'],
    [[reported(33, '2022-11-15'), reported(35, '2022-12-31')], 'Kế hoạch năm 2022: 37 xã; thực hiện: 35 xã, thiếu 2.'],
    [[reported(33, '2022-11-15'), recorded(36)], 'Kế hoạch năm 2022: 37 xã; thực hiện: 36 xã, thiếu 1.'],
  ])('of %j', (results, sentence) => {
    expect(say(results)).toEqual([sentence]);
  });

  it('is not compared with made-up results where it was reported', () => {
    const plan = { ...PLAN, basis: PlanBasis.REPORTED };
    const results = [recorded(40, 0, Origin.SYNTHETIC), reported(35, '2022-12-31')];
    expect(comparePlans([plan], results, NOUNS)).toMatchObject([{ result: 35, resultOrigin: Origin.PUBLISHED }]);
    expect(comparePlans([plan], results.slice(0, 1), NOUNS)).toMatchObject([{ result: null, difference: null }]);
  });

  it('in English', () => {
    expect(say([recorded(1_040)], Language.EN, { ...PLAN, plan: 37 })).toEqual([
      'Plan for 2022: 37 communes; result: 1,040 communes, 1,003 more.',
    ]);
  });

  it('stands by year, and two papers of a year stay two', () => {
    const plans = [{ ...PLAN, year: 2023 }, { ...PLAN, basis: PlanBasis.REPORTED, plan: 36 }, PLAN];
    expect(
      comparePlans(plans, [recorded(40)], NOUNS).map(({ year, plan, difference }) => [year, plan, difference]),
    ).toEqual([
      [2022, 37, 3],
      [2022, 36, 4],
      [2023, 37, null],
    ]);
  });
});
