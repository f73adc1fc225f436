import type { RuleText } from './describe-requirement';
import type {
  ChangeAgainstBaseYearRule,
  IndicatorRule,
  ItemRule,
  NotMoreThanYearBeforeRule,
  ShareOfSubUnitsRule,
} from './rule';

/** How a content is decided, one sentence or two in each language; measures stand by their names. */
export function describeRule(rule: ItemRule): RuleText {
  switch (rule.kind) {
    case 'STATED':
      return {
        vi: 'Người thẩm định kết luận theo hồ sơ; phần mềm không tính.',
        en: 'The appraiser states it from the dossier; nothing is computed.',
      };
    case 'SHARE_OF_SUB_UNITS':
      return describeShares(rule);
    case 'NOT_MORE_THAN_YEAR_BEFORE':
      return describeYearBefore(rule);
    case 'CHANGE_AGAINST_BASE_YEAR':
      return describeBaseYear(rule);
  }
}

/** How an indicator is decided from its contents. */
export function describeIndicatorRule(rule: IndicatorRule): RuleText {
  switch (rule.kind) {
    case 'ALL_OF':
      return { vi: 'Đạt khi đạt đủ tất cả nội dung.', en: 'Met when all contents are met.' };
    case 'AT_LEAST_OF':
      return {
        vi: `Đạt khi đạt ít nhất ${rule.count} nội dung.`,
        en: `Met when at least ${rule.count} contents are met.`,
      };
    case 'STATED':
      return {
        vi: 'Người thẩm định kết luận chung; các nội dung chưa được tách riêng.',
        en: 'The appraiser states the verdict of the whole; its contents are not known one by one.',
      };
  }
}

function describeShares({ conditions }: ShareOfSubUnitsRule): RuleText {
  const vi = conditions.map(
    ({ part, of, atLeastPercent }) => `“${part}” bằng ít nhất ${printPercent(atLeastPercent)} “${of}”`,
  );
  const en = conditions.map(({ part, of, atLeastPercent }) => `${part} is at least ${atLeastPercent}% of ${of}`);
  return {
    vi: `Đạt khi ${vi.join(' và ')}; số cần đạt là số nguyên nhỏ nhất không dưới tỷ lệ.`,
    en: `Met when ${en.join(' and ')}; the count needed is the smallest whole number not below the share.`,
  };
}

function describeYearBefore({ measures, strict }: NotMoreThanYearBeforeRule): RuleText {
  const reading = strict
    ? { vi: 'ít hơn năm trước, hoặc cả hai năm đều là 0', en: 'less than the year before, or 0 in both years' }
    : { vi: 'không nhiều hơn năm trước', en: 'not more than the year before' };
  return {
    vi: `Đạt khi ${quoteAll(measures)} ${reading.vi}, trên cùng địa giới. Cách hiểu "kiềm chế, giảm" là ${reading.vi}; nguồn không nói rõ.`,
    en: `Met when ${measures.join(', ')}: ${reading.en}, on the same land. That "kiềm chế, giảm" means this is a reading; the source does not say.`,
  };
}

function describeBaseYear({ measures, baseYear, fewerByAtLeastPercent }: ChangeAgainstBaseYearRule): RuleText {
  return {
    vi: `Đạt khi ${quoteAll(measures)} giảm ít nhất ${printPercent(fewerByAtLeastPercent)} so với năm ${baseYear}.`,
    en: `Met when ${measures.join(', ')} fell by at least ${fewerByAtLeastPercent}% against ${baseYear}.`,
  };
}

function quoteAll(measures: readonly string[]): string {
  return measures.map((measure) => `“${measure}”`).join(', ');
}

/** "87,5%": the decimal mark of vi-VN. */
function printPercent(percent: string): string {
  return `${percent.replace('.', ',')}%`;
}
