import { countVi, dayVi, decimalVi } from '@tieuchi/subgraph-kit';
import { yearOf } from '../iso-day';
import type { Explained, Judged } from './explained';
import { capitalised, placeVi } from './place';
import { rateDigits } from './rate-digits';

/** The answer in one sentence, by the wording of the project; synthetic figures say so first. */
export function answerVi(explained: Explained): string {
  const mark = explained.attainment.origin === 'SYNTHETIC' ? '[MÔ PHỎNG] ' : '';
  return mark + [sentence(explained), ...additions(explained)].join('');
}

function sentence(explained: Explained): string {
  const { attainment, subject } = explained;
  const { place, nounVi: noun, indicatorNumber, year } = subject;
  const { met, total, countedOn } = attainment;
  switch (attainment.verdict) {
    case 'NO_TARGET':
      return `${countVi(met)}/${countVi(total)} ${noun} đạt; chưa giao mục tiêu cho ${placeVi(place)}.`;
    case 'NOT_APPLICABLE':
      return `${capitalised(placeVi(place))} không có ${noun} thuộc phạm vi tính của chỉ tiêu ${indicatorNumber} (địa giới ngày ${dayVi(countedOn)}).`;
    case 'NO_DATA':
      return `Chưa có kết quả năm ${year} của ${countVi(total)} ${noun} thuộc ${placeVi(place)}.`;
    case 'ATTAINED':
      return attained(explained as Judged);
    case 'NOT_ATTAINED':
      return notAttained(explained as Judged);
    case 'UNDECIDED':
      return undecided(explained as Judged);
  }
}

/** "Năm 2025, tỉnh X có 136/137 xã đạt chỉ tiêu 19.2 (99,27%)": with unknowns the share is a lower bound. */
function opening({ attainment, subject }: Judged): string {
  const { met, total, unknown, ratePercent } = attainment;
  const { place, nounVi: noun, indicatorNumber, year } = subject;
  const atLeast = unknown > 0 ? 'ít nhất ' : '';
  return `Năm ${year}, ${placeVi(place)} có ${atLeast}${countVi(met)}/${countVi(total)} ${noun} đạt chỉ tiêu ${indicatorNumber} (${atLeast}${decimalVi(rateDigits(ratePercent))}%)`;
}

function attained(explained: Judged): string {
  const { attainment, subject } = explained;
  const { surplus, requiredCount, targetPercent } = attainment;
  const noun = subject.nounVi;
  const over = surplus ? `vượt ${countVi(surplus)} ${noun}` : 'vừa đủ';
  return `${opening(explained)}, đạt mục tiêu ${decimalVi(targetPercent)}% (cần ít nhất ${countVi(requiredCount)} ${noun}, ${over}).`;
}

function notAttained(explained: Judged): string {
  const { attainment, subject, target } = explained;
  const { duePassed, requiredCount, shortfall, shortfallIfUnknownsPass, targetPercent } = attainment;
  const noun = subject.nounVi;
  const due = yearOf(target.due);
  const required = `${countVi(requiredCount)} ${noun}`;
  const missing = range(shortfallIfUnknownsPass, shortfall, noun);
  return duePassed
    ? `${opening(explained)}. Mục tiêu ${decimalVi(targetPercent)}% đến hết năm ${due} không đạt: cần ít nhất ${required}, thiếu ${missing}.`
    : `${opening(explained)}. Mục tiêu đến hết năm ${due} là ${decimalVi(targetPercent)}%, cần ít nhất ${required}: còn thiếu ${missing}.`;
}

function undecided({ attainment, subject }: Judged): string {
  const { met, total, unknown, bounds, requiredCount, shortfall, shortfallIfUnknownsPass, targetPercent } = attainment;
  const { place, nounVi: noun, indicatorNumber, year } = subject;
  const missing = range(shortfallIfUnknownsPass, shortfall, noun);
  return `Năm ${year}, ${placeVi(place)} có ít nhất ${countVi(met)}/${countVi(total)} ${noun} đạt chỉ tiêu ${indicatorNumber} (từ ${decimalVi(rateDigits(bounds.lowerPercent))}% đến ${decimalVi(rateDigits(bounds.upperPercent))}%); ${countVi(unknown)} ${noun} chưa có kết quả. Mục tiêu ${decimalVi(targetPercent)}% cần ${countVi(requiredCount)} ${noun}: chưa kết luận được, còn thiếu ${missing}.`;
}

/** "từ 0 đến 1 xã"; one number where both are the same. */
function range(least: number, most: number, noun: string): string {
  return least === most ? `${countVi(most)} ${noun}` : `từ ${countVi(least)} đến ${countVi(most)} ${noun}`;
}

function additions({ attainment, subject, counts, target }: Explained): string[] {
  const { verdict, unknown, attainedInYear } = attainment;
  const noun = subject.nounVi;
  const selfAssessed = counts.selfAssessedMet ?? 0;
  const isCertain = verdict === 'ATTAINED' || verdict === 'NOT_ATTAINED';
  return [
    target?.inherited
      ? ` (mục tiêu chung cả nước; chưa có mục tiêu riêng của ${placeVi(subject.place)} trong nguồn)`
      : '',
    isCertain && unknown > 0 ? ` Kết luận không đổi dù ${countVi(unknown)} ${noun} chưa có kết quả đạt hay không.` : '',
    attainedInYear === null ? '' : ` Đã đạt mục tiêu năm ${attainedInYear} nhưng không giữ được.`,
    selfAssessed > 0
      ? ` Trong số chưa có kết quả, ${countVi(selfAssessed)} ${noun} tự đánh giá đạt, đang chờ thẩm định.`
      : '',
  ];
}
