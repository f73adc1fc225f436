import type { UnknownReason } from '../counts';
import { countsOf, targetOf } from '../counts.fixture';
import { explained } from './explained.fixture';
import { explain } from './steps';

describe('the steps of an explanation', () => {
  it('lead from the scope to the method, word for word', () => {
    const counts = countsOf(135, 0, 2, { unknownByReason: { AWAITING_APPRAISAL: 1, RETURNED: 1 } });
    expect(explain(explained(counts)).map(({ vi }) => vi)).toEqual([
      'Phạm vi: 137 xã của tỉnh X, đếm tại ngày 30/6/2025, chia theo địa giới ngày 30/6/2025.',
      'Kết quả đã thẩm định: 135 đạt, 0 chưa đạt; 2 chưa có kết quả (Chờ thẩm định: 1; Trả lại: 1).',
      'Mục tiêu: ít nhất 99% đến hết năm 2025 – QĐ 926/QĐ-TTg, 02/8/2022.',
      'Số cần đạt: 99% × 137 = 135,63; lấy số nguyên nhỏ nhất không dưới số này: 136 xã.',
      'So sánh: 135 < 136.',
      'Nếu cả 2 xã chưa có kết quả đều đạt: 137 ≥ 136.',
      'Kết luận: Chưa kết luận được (thiếu số liệu).',
      'Cách tính: attainment-linear phiên bản 1; số liệu ghi nhận đến hết ngày 30/11/2025 (giờ Việt Nam).',
    ]);
  });

  it('say the same in English, word for word', () => {
    const counts = countsOf(135, 0, 2, { unknownByReason: { AWAITING_APPRAISAL: 1, RETURNED: 1 } });
    expect(explain(explained(counts)).map(({ en }) => en)).toEqual([
      'Scope: 137 communes of Tỉnh X, counted on 30 June 2025, grouped on the map of 30 June 2025.',
      'Appraised results: 135 met, 0 not met; 2 without a result (awaiting appraisal: 1; returned: 1).',
      'Target: at least 99 % by the end of 2025 – QĐ 926/QĐ-TTg, 2 August 2022.',
      'Needed: 99 % × 137 = 135.63; the smallest whole number that is not below it: 136 communes.',
      'Comparison: 135 < 136.',
      'If all 2 without a result meet it: 137 ≥ 136.',
      'Conclusion: Undecided: results are missing.',
      'Method: attainment-linear version 1; as recorded by the end of 30 November 2025 (Vietnam time).',
    ]);
  });

  it('show the whole product, however many decimals it has', () => {
    const steps = explain(explained(countsOf(1, 0), {}, targetOf('87.51')));
    expect(steps.find(({ key }) => key === 'REQUIRED')?.vi).toContain('87,51% × 1 = 0,8751;');
  });

  it('name the paper alone where its version is no day', () => {
    const steps = explain(explained(countsOf(1, 0), {}, targetOf('99', { source: 'QĐ 1', version: 'bản đầu' })));
    const { vi, en } = steps.find(({ key }) => key === 'TARGET')!;
    expect([vi, en]).toEqual([
      'Mục tiêu: ít nhất 99% đến hết năm 2025 – QĐ 1.',
      'Target: at least 99 % by the end of 2025 – QĐ 1.',
    ]);
  });

  it('leave out reasons without units, and say none where there are none', () => {
    const counts = countsOf(3, 1, 2, { unknownByReason: { NOT_STARTED: 0, WINDOW_OPEN: 2 } });
    const [, first] = explain(explained(counts));
    expect(first?.vi).toMatch(/2 chưa có kết quả \(Trong kỳ: 2\)\.$/);
    const [, second] = explain(explained(countsOf(3, 1)));
    expect([second?.vi, second?.en]).toEqual([
      'Kết quả đã thẩm định: 3 đạt, 1 chưa đạt; 0 chưa có kết quả.',
      'Appraised results: 3 met, 1 not met; 0 without a result.',
    ]);
  });

  it.each([
    ['2025-11-30', '2026-02-01', '30/11/2025', '30 November 2025'],
    [null, '2025-12-01', '01/12/2025', '1 December 2025'],
  ])('say as of which day it was known: asked for %s on %s', (knownOn, today, vi, en) => {
    const steps = explain(explained(countsOf(3, 1), { knownOn, today }));
    expect(steps.at(-1)?.vi).toContain(`đến hết ngày ${vi} (giờ Việt Nam)`);
    expect(steps.at(-1)?.en).toContain(`by the end of ${en} (Vietnam time)`);
  });

  it.each([
    ['ATTAINED', countsOf(100, 0), 'Đạt mục tiêu', 'Target attained'],
    ['NOT_ATTAINED', countsOf(90, 10), 'Chưa đạt mục tiêu', 'Target not attained yet'],
    ['UNDECIDED', countsOf(98, 0, 2), 'Chưa kết luận được (thiếu số liệu)', 'Undecided: results are missing'],
    ['NO_DATA', countsOf(0, 0, 100), 'Chưa có số liệu', 'No results yet'],
    ['NOT_APPLICABLE', countsOf(0, 0), 'Không thuộc phạm vi tính', 'Outside the population'],
  ])('conclude %s before the due day', (verdict, counts, vi, en) => {
    const conclusion = explain(explained(counts)).find(({ key }) => key === 'CONCLUSION');
    expect(conclusion).toMatchObject({ value: verdict, vi: `Kết luận: ${vi}.`, en: `Conclusion: ${en}.` });
  });

  it('conclude that a target was missed only when its time is over and it was not attained', () => {
    const conclude = (met: number) =>
      explain(explained(countsOf(met, 100 - met), { knownOn: '2026-01-01' })).find(({ key }) => key === 'CONCLUSION');
    expect(conclude(90)).toMatchObject({ vi: 'Kết luận: Không đạt mục tiêu.', en: 'Conclusion: Target missed.' });
    expect(conclude(99)).toMatchObject({ vi: 'Kết luận: Đạt mục tiêu.', en: 'Conclusion: Target attained.' });
  });

  it('conclude nothing without a target', () => {
    const [, , conclusion] = explain(explained(countsOf(3, 1), {}, null));
    expect([conclusion?.vi, conclusion?.en]).toEqual([
      'Kết luận: Chưa giao mục tiêu.',
      'Conclusion: No target is set.',
    ]);
  });

  it('leave out what there is nothing to say of, and count on without a gap', () => {
    const withoutTarget = explain(explained(countsOf(3, 1), {}, null));
    expect(withoutTarget.map(({ step, key }) => [step, key])).toEqual([
      [1, 'SCOPE'],
      [2, 'RESULTS'],
      [3, 'CONCLUSION'],
      [4, 'METHOD'],
    ]);
    const empty = explain(explained(countsOf(0, 0)));
    expect(empty.map(({ key }) => key)).toEqual(['SCOPE', 'RESULTS', 'TARGET', 'CONCLUSION', 'METHOD']);
  });

  it('carry the figures that the text says', () => {
    const values = Object.fromEntries(explain(explained(countsOf(118, 3))).map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({ SCOPE: '121', RESULTS: '118', TARGET: '99', REQUIRED: '120', COMPARISON: '118' });
  });
});

test.each<[UnknownReason, string, string]>([
  ['NOT_STARTED', 'Chưa nhập', 'nothing recorded'],
  ['IN_DRAFT', 'Đang nhập', 'in draft'],
  ['AWAITING_APPRAISAL', 'Chờ thẩm định', 'awaiting appraisal'],
  ['RETURNED', 'Trả lại', 'returned'],
  ['ITEM_UNKNOWN', 'Thiếu kết quả nội dung', 'a content is missing'],
  ['NO_COMPARABLE_PREVIOUS_YEAR', 'Thiếu năm trước', 'no comparable year before'],
  ['NOT_RESTATABLE', 'Không quy đổi', 'cannot be restated'],
  ['WINDOW_OPEN', 'Trong kỳ', 'the window is open'],
])('units that are unknown for %s are called "%s" and "%s"', (reason, vi, en) => {
  const [, results] = explain(explained(countsOf(3, 1, 2, { unknownByReason: { [reason]: 2 } })));
  expect([results?.vi, results?.en]).toEqual([
    `Kết quả đã thẩm định: 3 đạt, 1 chưa đạt; 2 chưa có kết quả (${vi}: 2).`,
    `Appraised results: 3 met, 1 not met; 2 without a result (${en}: 2).`,
  ]);
});
