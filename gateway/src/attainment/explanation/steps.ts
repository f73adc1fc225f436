import {
  countVi,
  dayVi,
  decimalVi,
  isDay,
  multiply,
  parsePercent,
  percentPoints,
  printDecimal,
  rational,
} from '@tieuchi/subgraph-kit';
import type { UnknownReason } from '../counts';
import { yearOf } from '../iso-day';
import type { Target } from '../target';
import { countEn, dayEn } from './english-numbers';
import type { Explained, ExplanationStep, StepKey } from './explained';
import { placeEn, placeVi } from './place';
import { REASON_WORDS } from './unknown-reasons';
import { verdictWords } from './verdict-words';

type Step = Omit<ExplanationStep, 'step'>;

/**
 * The way to the verdict: scope, results, target, arithmetic, comparison, conclusion, method. Steps that an answer has not
 * come to are left out: without a target there is nothing to compare.
 */
export function explain(explained: Explained): ExplanationStep[] {
  const steps = [
    scope(explained),
    results(explained),
    ...comparison(explained),
    conclusion(explained),
    method(explained),
  ];
  return steps.map((step, index) => ({ step: index + 1, ...step }));
}

function say(key: StepKey, value: string | number, vi: string, en: string): Step {
  return { key, vi, en, value: String(value) };
}

function scope({ attainment, subject }: Explained): Step {
  const { total, countedOn } = attainment;
  const { place, nounVi, nounEn, map } = subject;
  return say(
    'SCOPE',
    total,
    `Phạm vi: ${countVi(total)} ${nounVi} của ${placeVi(place)}, đếm tại ngày ${dayVi(countedOn)}, chia theo địa giới ngày ${dayVi(map)}.`,
    `Scope: ${countEn(total)} ${nounEn} of ${placeEn(place)}, counted on ${dayEn(countedOn)}, grouped on the map of ${dayEn(map)}.`,
  );
}

function results({ attainment, counts }: Explained): Step {
  const { met, notMet, unknown } = attainment;
  const reasons = Object.entries(counts.unknownByReason).filter(([, count]) => count > 0) as [UnknownReason, number][];
  const vi = reasons.map(([reason, count]) => `${REASON_WORDS[reason].vi}: ${countVi(count)}`).join('; ');
  const en = reasons.map(([reason, count]) => `${REASON_WORDS[reason].en}: ${countEn(count)}`).join('; ');
  return say(
    'RESULTS',
    met,
    `Kết quả đã thẩm định: ${countVi(met)} đạt, ${countVi(notMet)} chưa đạt; ${countVi(unknown)} chưa có kết quả${vi && ` (${vi})`}.`,
    `Appraised results: ${countEn(met)} met, ${countEn(notMet)} not met; ${countEn(unknown)} without a result${en && ` (${en})`}.`,
  );
}

/** Target, arithmetic and comparison; empty without a target or without a population. */
function comparison(explained: Explained): Step[] {
  const { attainment, target } = explained;
  const { met, unknown, requiredCount: required } = attainment;
  if (target === null) return [];
  if (required === null) return [targetStep(target)];
  const reached = met >= required ? '≥' : '<';
  const steps = [
    targetStep(target),
    arithmetic(explained, target, required),
    say(
      'COMPARISON',
      met,
      `So sánh: ${countVi(met)} ${reached} ${countVi(required)}.`,
      `Comparison: ${countEn(met)} ${reached} ${countEn(required)}.`,
    ),
  ];
  if (unknown === 0) return steps;
  const most = met + unknown;
  const wouldReach = most >= required ? '≥' : '<';
  const passing = say(
    'IF_UNKNOWNS_PASS',
    most,
    `Nếu cả ${countVi(unknown)} ${explained.subject.nounVi} chưa có kết quả đều đạt: ${countVi(most)} ${wouldReach} ${countVi(required)}.`,
    `If all ${countEn(unknown)} without a result meet it: ${countEn(most)} ${wouldReach} ${countEn(required)}.`,
  );
  return [...steps, passing];
}

function targetStep({ percent, due, source, version }: Target): Step {
  return say(
    'TARGET',
    percent,
    `Mục tiêu: ít nhất ${decimalVi(percent)}% đến hết năm ${yearOf(due)} – ${source}${isDay(version) ? `, ${dayVi(version)}` : ''}.`,
    `Target: at least ${percent} % by the end of ${yearOf(due)} – ${source}${isDay(version) ? `, ${dayEn(version)}` : ''}.`,
  );
}

function arithmetic({ attainment, subject }: Explained, { percent }: Target, required: number): Step {
  const { total } = attainment;
  // exact: the product of a percentage with two decimals and a whole number ends
  const product = printDecimal(
    multiply(percentPoints(parsePercent(percent)), rational(total, 100)),
    'NEAREST',
    (shown, value) => shown.numerator * value.denominator === value.numerator * shown.denominator,
  );
  return say(
    'REQUIRED',
    required,
    `Số cần đạt: ${decimalVi(percent)}% × ${countVi(total)} = ${decimalVi(product)}; lấy số nguyên nhỏ nhất không dưới số này: ${countVi(required)} ${subject.nounVi}.`,
    `Needed: ${percent} % × ${countEn(total)} = ${product}; the smallest whole number that is not below it: ${countEn(required)} ${subject.nounEn}.`,
  );
}

function conclusion({ attainment }: Explained): Step {
  const { vi, en } = verdictWords(attainment);
  return say('CONCLUSION', attainment.verdict, `Kết luận: ${vi}.`, `Conclusion: ${en}.`);
}

function method({ attainment, subject }: Explained): Step {
  const { id, version } = attainment.method;
  const day = subject.knownOn ?? subject.today;
  return say(
    'METHOD',
    version,
    `Cách tính: ${id} phiên bản ${version}; số liệu ghi nhận đến hết ngày ${dayVi(day)} (giờ Việt Nam).`,
    `Method: ${id} version ${version}; as recorded by the end of ${dayEn(day)} (Vietnam time).`,
  );
}
