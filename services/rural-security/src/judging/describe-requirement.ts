import type { Requirement, RequirementBasis } from './judgement';

/** One meaning in both languages. */
export interface RuleText {
  readonly vi: string;
  readonly en: string;
}

/** The figures of a requirement for people: `“recognised” 16/25 “subUnits”, cần ít nhất 18`. */
export function describeRequirement({ measure, count, bound, limit, basis }: Requirement): RuleText {
  const against = describeBasis(basis);
  const needed = limit === null ? { vi: '', en: '' } : describeLimit(bound, limit);
  return {
    vi: `“${measure}” ${printCount(count, 'vi')}${against.vi}${needed.vi}`,
    en: `${measure} ${printCount(count, 'en')}${against.en}${needed.en}`,
  };
}

function describeLimit(bound: Requirement['bound'], limit: number): RuleText {
  const vi = printCount(limit, 'vi');
  const en = printCount(limit, 'en');
  if (bound === 'AT_LEAST') return { vi: `, cần ít nhất ${vi}`, en: `, at least ${en} needed` };
  return { vi: `, được phép nhiều nhất ${vi}`, en: `, at most ${en} allowed` };
}

function describeBasis({ kind, measure, count }: RequirementBasis): RuleText {
  const vi = printCount(count, 'vi');
  const en = printCount(count, 'en');
  switch (kind) {
    case 'WHOLE':
      return { vi: `/${vi} “${measure}”`, en: ` of ${en} (${measure})` };
    case 'YEAR_BEFORE':
      return { vi: `, năm trước ${vi}`, en: `, the year before ${en}` };
    case 'BASE_YEAR':
      return { vi: `, năm gốc ${vi}`, en: `, in the base year ${en}` };
  }
}

function printCount(count: number | null, language: 'vi' | 'en'): string {
  if (count === null) return language === 'vi' ? 'chưa có' : 'not known';
  return count.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
}
