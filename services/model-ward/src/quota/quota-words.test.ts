import { Origin, SourceStatus } from '@tieuchi/subgraph-kit';
import { QuotaCounts, QuotaExclusion } from './quota-enums';
import { checkSentences, exclusionSentence, standingSentence } from './quota-words';

const RULE = {
  titleVi: 'Chỉ tiêu năm 2023',
  deadline: '2023-12-31',
  counts: QuotaCounts.REGISTERED,
  status: SourceStatus.SOURCED,
  words: 'mỗi tỉnh 1',
  reading: 'mỗi tỉnh ít nhất 1',
};
const CHECK = { rule: RULE, required: 73, held: 171, shortfall: 1, origin: Origin.RECORDED };
const standings = (short: number) => Array.from({ length: 63 }, (_, index) => ({ fulfilled: index >= short }));

describe('a quota in words', () => {
  it('says that a surplus elsewhere does not make up for a gap', () => {
    expect(checkSentences({ ...CHECK, standings: standings(1) })).toEqual([
      'Chỉ tiêu năm 2023 (hạn 31/12/2023, tính theo đăng ký): 62/63 địa phương đủ chỉ tiêu.',
      'Còn 1 địa phương chưa đủ, thiếu tổng cộng 1 Công an phường.',
      'Tổng số 171 vượt mức tối thiểu 73 nhưng vẫn còn 1 địa phương chưa đủ; phần vượt của nơi này không bù cho nơi khác.',
    ]);
  });

  it('says that all units have what they need, and our reading where the source does not say it', () => {
    const rule = { ...RULE, status: SourceStatus.INFERENCE };
    expect(checkSentences({ ...CHECK, rule, held: 172, shortfall: 0, standings: standings(0) }).slice(1)).toEqual([
      'Tất cả 63 địa phương đủ chỉ tiêu (172/73 Công an phường).',
      'Cách hiểu "mỗi tỉnh 1" là mỗi tỉnh ít nhất 1; nguồn không nói rõ.',
    ]);
  });

  it('marks every sentence that rests on made-up data', () => {
    const origin = Origin.SYNTHETIC;
    const sentences = [
      ...checkSentences({ ...CHECK, origin, standings: standings(1) }),
      standingSentence({ name: 'Thành phố Đà Nẵng', required: 3, held: 2, origin }, 1),
      exclusionSentence({ name: 'Phường Điện Biên', reason: QuotaExclusion.LATE, day: '2024-01-15', origin }),
    ];
    expect(sentences.every((sentence) => sentence.startsWith('[MÔ PHỎNG] '))).toBe(true);
  });

  it('tells of a unit what it has, what it needs, and what is missing', () => {
    const unit = { name: 'Thành phố Đà Nẵng', required: 3, origin: Origin.RECORDED };
    expect(standingSentence({ ...unit, held: 2 }, 1)).toBe('Thành phố Đà Nẵng: có 2, cần 3, còn thiếu 1.');
    expect(standingSentence({ ...unit, held: 5 }, 0)).toBe('Thành phố Đà Nẵng: có 5, cần 3, đủ, vượt 2.');
  });

  it('tells of a ward why it does not count, and since when', () => {
    const ward = { name: 'Phường Điện Biên', reason: QuotaExclusion.LATE, day: '2024-01-15', origin: Origin.RECORDED };
    expect(exclusionSentence(ward)).toBe('Không tính Công an phường Điện Biên: đăng ký sau hạn (15/01/2024).');
  });
});
