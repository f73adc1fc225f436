import { describeRequirement } from './describe-requirement';
import { describeIndicatorRule, describeRule } from './describe-rule';
import { factsOf } from './item-facts.fixture';
import { judgeItem } from './judge-item';
import type { IndicatorRule, ItemRule } from './rule';

const SHARE: ItemRule = {
  kind: 'SHARE_OF_SUB_UNITS',
  conditions: [
    { part: 'registered', of: 'subUnits', atLeastPercent: '100' },
    { part: 'recognised', of: 'registered', atLeastPercent: '87.5' },
  ],
};
const FEWER: ItemRule = { kind: 'NOT_MORE_THAN_YEAR_BEFORE', measures: ['offences', 'fires'], strict: false };
const BASE: ItemRule = {
  kind: 'CHANGE_AGAINST_BASE_YEAR',
  measures: ['offences'],
  baseYear: 2019,
  fewerByAtLeastPercent: '5',
};

test.each<[ItemRule, string, string]>([
  [
    { kind: 'STATED' },
    'Người thẩm định kết luận theo hồ sơ; phần mềm không tính.',
    'The appraiser states it from the dossier; nothing is computed.',
  ],
  [
    SHARE,
    'Đạt khi “registered” bằng ít nhất 100% “subUnits” và “recognised” bằng ít nhất 87,5% “registered”; số cần đạt là số nguyên nhỏ nhất không dưới tỷ lệ.',
    'Met when registered is at least 100% of subUnits and recognised is at least 87.5% of registered; the count needed is the smallest whole number not below the share.',
  ],
  [
    FEWER,
    'Đạt khi “offences”, “fires” không nhiều hơn năm trước, trên cùng địa giới. Cách hiểu "kiềm chế, giảm" là không nhiều hơn năm trước; nguồn không nói rõ.',
    'Met when offences, fires: not more than the year before, on the same land. That "kiềm chế, giảm" means this is a reading; the source does not say.',
  ],
  [BASE, 'Đạt khi “offences” giảm ít nhất 5% so với năm 2019.', 'Met when offences fell by at least 5% against 2019.'],
])('a rule for a content is told in both languages: %j', (rule, vi, en) => {
  expect(describeRule(rule)).toEqual({ vi, en });
});

test('the strict reading says that it must be less', () => {
  const { vi, en } = describeRule({ kind: 'NOT_MORE_THAN_YEAR_BEFORE', measures: ['offences'], strict: true });
  expect(vi).toContain('ít hơn năm trước, hoặc cả hai năm đều là 0');
  expect(en).toContain('less than the year before, or 0 in both years');
});

test.each<[IndicatorRule, string, string]>([
  [{ kind: 'ALL_OF' }, 'Đạt khi đạt đủ tất cả nội dung.', 'Met when all contents are met.'],
  [{ kind: 'AT_LEAST_OF', count: 4 }, 'Đạt khi đạt ít nhất 4 nội dung.', 'Met when at least 4 contents are met.'],
  [
    { kind: 'STATED' },
    'Người thẩm định kết luận chung; các nội dung chưa được tách riêng.',
    'The appraiser states the verdict of the whole; its contents are not known one by one.',
  ],
])('a rule for an indicator is told in both languages: %j', (rule, vi, en) => {
  expect(describeIndicatorRule(rule)).toEqual({ vi, en });
});

test('figures are written as each language writes them, and what is missing is said', () => {
  const facts = factsOf(
    { subUnits: 1_025, registered: 1_025, offences: 10_035 },
    { before: { offences: 9_999 }, base: { offences: 12_000 } },
  );
  const texts = [SHARE, FEWER, BASE].flatMap((rule) => judgeItem(rule, facts)!.required.map(describeRequirement));
  expect(texts).toEqual([
    {
      vi: '“registered” 1.025/1.025 “subUnits”, cần ít nhất 1.025',
      en: 'registered 1,025 of 1,025 (subUnits), at least 1,025 needed',
    },
    {
      vi: '“recognised” chưa có/1.025 “registered”, cần ít nhất 897',
      en: 'recognised not known of 1,025 (registered), at least 897 needed',
    },
    {
      vi: '“offences” 10.035, năm trước 9.999, được phép nhiều nhất 9.999',
      en: 'offences 10,035, the year before 9,999, at most 9,999 allowed',
    },
    {
      vi: '“fires” chưa có, năm trước chưa có',
      en: 'fires not known, the year before not known',
    },
    {
      vi: '“offences” 10.035, năm gốc 12.000, được phép nhiều nhất 11.400',
      en: 'offences 10,035, in the base year 12,000, at most 11,400 allowed',
    },
  ]);
});
