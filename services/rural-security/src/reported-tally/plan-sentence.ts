import { Language, Origin } from '@tieuchi/subgraph-kit';
import { numberWords } from './number-words';
import type { PlanResult } from './plan-result';

/** `Kế hoạch năm {năm}: {kh} {đv}; thực hiện: {th} {đv}, {vượt|đạt|thiếu} {chênh}.`, marked where the result is made up. */
export function planSentence(planned: PlanResult, language: Language): string {
  const isVi = language === Language.VI;
  const { year, plan, result, difference, resultOrigin, nounVi, nounEn } = planned;
  const noun = isVi ? nounVi : nounEn;
  const words = (count: number) => `${numberWords(count, language)} ${noun}`;
  const planWords = isVi ? `Kế hoạch năm ${year}: ${words(plan)}` : `Plan for ${year}: ${words(plan)}`;
  if (result === null || difference === null)
    return `${planWords}; ${isVi ? 'chưa có kết quả thực hiện' : 'no result yet'}.`;
  const mark = resultOrigin !== Origin.SYNTHETIC ? '' : isVi ? '[MÔ PHỎNG] ' : '[MADE UP] ';
  const resultWords = isVi ? `thực hiện: ${words(result)}` : `result: ${words(result)}`;
  return `${mark}${planWords}; ${resultWords}, ${differenceWords(planned, difference, language)}.`;
}

/** While units have no result, what is missing may still come. */
function differenceWords({ resultUnknown }: PlanResult, difference: number, language: Language): string {
  const isVi = language === Language.VI;
  const size = numberWords(Math.abs(difference), language);
  if (difference > 0) return isVi ? `vượt ${size}` : `${size} more`;
  if (difference === 0) return isVi ? 'đạt kế hoạch' : 'as planned';
  const open = resultUnknown ?? 0;
  const missing = isVi ? `thiếu ${size}` : `${size} fewer`;
  if (open === 0) return missing;
  const unknown = numberWords(open, language);
  return isVi ? `${missing}; ${unknown} đơn vị chưa có kết quả` : `${missing}; ${unknown} without a result`;
}
