import { Language } from '@tieuchi/subgraph-kit';
import { numberWords } from './number-words';
import type { Reconciled } from './reconcile';
import { ReconciliationOutcome, ReportedFlag, ReportedKind } from './reported-enums';
import type { ReportedRow } from './reported-row';

type Words = Readonly<Record<ReconciliationOutcome, string>>;

const LABELS_VI: Words = {
  EQUAL: 'khớp',
  DIFFERS: 'lệch {n}',
  POPULATION_DIFFERS: 'khác mẫu số',
  MAP_NOT_LOADED: 'chưa có địa giới của thời điểm đó',
  DIFFERENT_INDICATOR: 'khác chỉ tiêu, không đối chiếu',
  PLAN: 'kế hoạch, không phải kết quả thực hiện',
  NOT_RECORDED: 'hệ thống chưa ghi nhận kết quả năm {năm}',
  DEMONSTRATION: 'không đối chiếu với số liệu mô phỏng',
};

const LABELS_EN: Words = {
  EQUAL: 'equal',
  DIFFERS: 'differs by {n}',
  POPULATION_DIFFERS: 'another population',
  MAP_NOT_LOADED: 'the map of that time is not loaded',
  DIFFERENT_INDICATOR: 'another indicator, not compared',
  PLAN: 'a plan, not a result',
  NOT_RECORDED: 'no result of {năm} is recorded',
  DEMONSTRATION: 'not compared with made-up data',
};

/** `{Nơi} in {m}/{n} ({p}%); hệ thống ghi nhận {m2}/{n2}: {nhãn}.`, from the same objects as the numbers. */
export function reconciliationSentence(
  row: ReportedRow,
  reconciled: Reconciled,
  flags: readonly ReportedFlag[],
  language: Language,
): string {
  const isVi = language === Language.VI;
  const { recordedMet, recordedTotal } = reconciled;
  const labels = labelsOf(row, reconciled, flags, language).join('; ');
  const printed = `${row.place} ${printWord(row, isVi)} ${printedCounts(row, language)}`;
  if (recordedMet === null || recordedTotal === null) return `${printed}: ${labels}.`;
  const recorded = `${numberWords(recordedMet, language)}/${numberWords(recordedTotal, language)}`;
  return `${printed}; ${isVi ? 'hệ thống ghi nhận' : 'recorded here'} ${recorded}: ${labels}.`;
}

function printWord({ kind }: ReportedRow, isVi: boolean): string {
  if (kind === ReportedKind.PLAN) return isVi ? 'đặt kế hoạch' : 'plans';
  return isVi ? 'in' : 'prints';
}

function printedCounts({ met, total, printedPercent, printedQualifier }: ReportedRow, language: Language): string {
  const counts = [met, ...(total === null ? [] : [total])].map((count) => numberWords(count, language)).join('/');
  if (printedPercent === null) return printedQualifier === null ? counts : `${printedQualifier} ${counts}`;
  const qualifier = printedQualifier === null ? '' : `${printedQualifier} `;
  return `${counts} (${qualifier}${numberWords(printedPercent, language)}%)`;
}

function labelsOf(
  { printedQualifier, year }: ReportedRow,
  { outcome, differenceMet }: Reconciled,
  flags: readonly ReportedFlag[],
  language: Language,
): string[] {
  const isVi = language === Language.VI;
  const label = (isVi ? LABELS_VI : LABELS_EN)[outcome]
    .replace('{n}', numberWords(Math.abs(differenceMet ?? 0), language))
    .replace('{năm}', String(year));
  const differs = isVi ? 'tỷ lệ in không khớp với số đếm' : 'the printed percentage does not follow from the counts';
  const estimated = isVi ? `số nêu ước lượng ("${printedQualifier}")` : `an estimate ("${printedQualifier}")`;
  return [
    label,
    ...(flags.includes(ReportedFlag.PRINTED_PERCENT_DIFFERS) ? [differs] : []),
    ...(flags.includes(ReportedFlag.QUALIFIED) ? [estimated] : []),
  ];
}
