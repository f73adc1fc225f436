import { countVi, dayVi, decimalVi } from '@tieuchi/subgraph-kit';
import { countsOf, targetOf } from '../counts.fixture';
import { answerVi } from './answer-vi';
import { explained } from './explained.fixture';

describe('numbers in Vietnamese', () => {
  it('have a comma for the decimals, points for the thousands, and days as officials write them', () => {
    const shown = [decimalVi('98.54'), countVi(10_035), countVi(1_234_567), countVi(999)];
    expect([...shown, dayVi('2025-07-01'), dayVi('2025-02-05')]).toEqual([
      '98,54',
      '10.035',
      '1.234.567',
      '999',
      '01/7/2025',
      '05/02/2025',
    ]);
  });
});

describe('the answer in a sentence', () => {
  it('is the example of the wording, word for word', () => {
    expect(answerVi(explained(countsOf(135, 0, 2)))).toBe(
      'Năm 2025, tỉnh X có ít nhất 135/137 xã đạt chỉ tiêu 19.2 (từ 98,54% đến 100%); 2 xã chưa có kết quả. Mục tiêu 99% cần 136 xã: chưa kết luận được, còn thiếu từ 0 đến 1 xã.',
    );
  });

  it.each([
    [
      'attained exactly',
      countsOf(120, 1),
      {},
      'Năm 2025, tỉnh X có 120/121 xã đạt chỉ tiêu 19.2 (99,17%), đạt mục tiêu 99% (cần ít nhất 120 xã, vừa đủ).',
    ],
    [
      'attained with a surplus',
      countsOf(121, 0),
      {},
      'Năm 2025, tỉnh X có 121/121 xã đạt chỉ tiêu 19.2 (100%), đạt mục tiêu 99% (cần ít nhất 120 xã, vượt 1 xã).',
    ],
    [
      'not attained before the due day',
      countsOf(118, 3),
      {},
      'Năm 2025, tỉnh X có 118/121 xã đạt chỉ tiêu 19.2 (97,52%). Mục tiêu đến hết năm 2025 là 99%, cần ít nhất 120 xã: còn thiếu 2 xã.',
    ],
    [
      'missed',
      countsOf(118, 3),
      { knownOn: '2026-01-01' },
      'Năm 2025, tỉnh X có 118/121 xã đạt chỉ tiêu 19.2 (97,52%). Mục tiêu 99% đến hết năm 2025 không đạt: cần ít nhất 120 xã, thiếu 2 xã.',
    ],
    [
      'certain with unknowns',
      countsOf(110, 10, 1),
      {},
      'Năm 2025, tỉnh X có ít nhất 110/121 xã đạt chỉ tiêu 19.2 (ít nhất 90,90%). Mục tiêu đến hết năm 2025 là 99%, cần ít nhất 120 xã: còn thiếu từ 9 đến 10 xã. Kết luận không đổi dù 1 xã chưa có kết quả đạt hay không.',
    ],
    ['without data', countsOf(0, 0, 121), {}, 'Chưa có kết quả năm 2025 của 121 xã thuộc tỉnh X.'],
    [
      'without a population',
      countsOf(0, 0),
      { place: 'Thành phố Y' },
      'Thành phố Y không có xã thuộc phạm vi tính của chỉ tiêu 19.2 (địa giới ngày 30/6/2025).',
    ],
    [
      'of the country',
      countsOf(7_550, 72, 70),
      { place: null },
      'Năm 2025, cả nước có ít nhất 7.550/7.692 xã đạt chỉ tiêu 19.2 (từ 98,15% đến 99,07%); 70 xã chưa có kết quả. Mục tiêu 99% cần 7.616 xã: chưa kết luận được, còn thiếu từ 0 đến 66 xã.',
    ],
  ])('%s', (_what, counts, rest, sentence) => {
    expect(answerVi(explained(counts, rest))).toBe(sentence);
  });

  it('says whose target it is, what is self-assessed, and that figures are synthetic', () => {
    const counts = countsOf(118, 2, 1, { selfAssessedMet: 1, origin: 'SYNTHETIC' });
    const text = answerVi(explained(counts, {}, targetOf('99', { inherited: true })));
    expect(text.startsWith('[MÔ PHỎNG] Năm 2025')).toBe(true);
    expect(text).toContain('(mục tiêu chung cả nước; chưa có mục tiêu riêng của tỉnh X trong nguồn)');
    expect(text).toContain('1 xã tự đánh giá đạt, đang chờ thẩm định.');
  });

  it('says that a target was attained before and not kept, and no more than that', () => {
    const lost = explained(countsOf(118, 3), {}, targetOf('99'), { 2023: countsOf(120, 1), 2024: countsOf(121, 0) });
    expect(answerVi(lost)).toBe(
      'Năm 2025, tỉnh X có 118/121 xã đạt chỉ tiêu 19.2 (97,52%). Mục tiêu đến hết năm 2025 là 99%, cần ít nhất 120 xã: còn thiếu 2 xã. Đã đạt mục tiêu năm 2024 nhưng không giữ được.',
    );
  });

  it.each([
    ['Thành phố Y', 'Thành phố Y không có xã thuộc phạm vi tính của chỉ tiêu 19.2 (địa giới ngày 30/6/2025).'],
    [null, 'Cả nước không có xã thuộc phạm vi tính của chỉ tiêu 19.2 (địa giới ngày 30/6/2025).'],
  ])('begins with a capital where the place comes first: %s', (place, sentence) => {
    expect(answerVi(explained(countsOf(0, 0), { place }))).toBe(sentence);
  });

  it('of figures that are exact, not inherited and not self-assessed adds nothing', () => {
    expect(answerVi(explained(countsOf(120, 1)))).toMatch(/^Năm 2025, .*vừa đủ\)\.$/);
    expect(answerVi(explained(countsOf(120, 0, 1)))).toMatch(
      /ít nhất 120\/121 xã .*\(ít nhất 99,17%\), .*vừa đủ\)\. Kết luận không đổi dù 1 xã chưa có kết quả đạt hay không\.$/,
    );
  });

  it('without a target claims none', () => {
    expect(answerVi(explained(countsOf(3, 1), {}, null))).toBe('3/4 xã đạt; chưa giao mục tiêu cho tỉnh X.');
  });
});
