import { dayVi } from '@tieuchi/subgraph-kit';
import { describeIndicatorRule } from '../judging/describe-rule';
import type { IndicatorRule } from '../judging/rule';
import type { Assessment, ItemResult } from './assessment';
import { AssessmentState, UnknownReason, Verdict } from './assessment-enums';

export type AssessmentStepKey = 'RULE' | 'STATE' | 'CONTENTS' | 'CONCLUSION';

/** One step of the way to a verdict, as text in both languages, with its main value. */
export interface AssessmentStep {
  /** From 1, without gaps. */
  readonly step: number;
  readonly key: AssessmentStepKey;
  readonly vi: string;
  readonly en: string;
  readonly value: string;
}

/** The criteria set that judges the year. */
export interface JudgedBy {
  readonly version: string;
  readonly rule: IndicatorRule;
}

type Explained = Pick<
  Assessment,
  'state' | 'verdict' | 'unknownReason' | 'items' | 'appraisedOn' | 'submittedOn' | 'daysLate' | 'reason'
>;

const STATES: Readonly<Record<AssessmentState, readonly [vi: string, en: string]>> = {
  NOT_STARTED: ['Chưa nhập', 'Nothing is entered'],
  NOT_PUBLISHED: ['Chưa công bố', 'Not published'],
  DRAFT: ['Đang nhập, chưa gửi', 'Being entered, not sent'],
  SUBMITTED: ['Đã gửi, chờ thẩm định', 'Sent, waiting for appraisal'],
  RETURNED: ['Trả lại để bổ sung', 'Returned to be completed'],
  APPRAISED: ['Đã thẩm định', 'Appraised'],
  // the last step of some indicators is a confirmation, of others a recognition
  RECOGNISED: ['Đã xác nhận / công nhận', 'Confirmed or recognised'],
  REVOKED: ['Đã thu hồi', 'Revoked'],
};
const VERDICTS: Readonly<Record<Verdict, readonly [vi: string, en: string]>> = {
  MET: ['Đạt', 'Met'],
  NOT_MET: ['Chưa đạt', 'Not met'],
  UNKNOWN: ['Chưa có kết quả', 'No result'],
};
/** Those that the state does not say already. */
const REASONS: Readonly<Partial<Record<UnknownReason, readonly [vi: string, en: string]>>> = {
  [UnknownReason.ITEM_UNKNOWN]: ['thiếu kết quả nội dung', 'a content has no result'],
  [UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR]: [
    'không có số liệu năm trước để so sánh',
    'there are no figures of the year before to compare with',
  ],
  [UnknownReason.NOT_RESTATABLE]: [
    'không quy đổi được theo địa giới đã chọn',
    'it cannot be restated on the map that was chosen',
  ],
};

/** Why the verdict is what it is: the rule of the year, how far the unit has come, its contents, the conclusion. */
export function explainAssessment(assessment: Explained, judgedBy: JudgedBy | null): AssessmentStep[] {
  const steps = [
    ...(judgedBy ? [ruleStep(judgedBy)] : []),
    stateStep(assessment),
    ...(assessment.items.length > 0 ? [contentsStep(assessment.items)] : []),
    conclusionStep(assessment),
  ];
  return steps.map((step, index) => ({ step: index + 1, ...step }));
}

type Step = Omit<AssessmentStep, 'step'>;

function ruleStep({ version, rule }: JudgedBy): Step {
  const { vi, en } = describeIndicatorRule(rule);
  return { key: 'RULE', value: version, vi: `Bộ tiêu chí ${version}: ${vi}`, en: `Criteria set ${version}: ${en}` };
}

function stateStep({ state, appraisedOn, submittedOn, daysLate, reason }: Explained): Step {
  const [vi, en] = STATES[state];
  const sent = submittedOn ? [`gửi ngày ${dayVi(submittedOn)}`, `sent on ${submittedOn}`] : ['', ''];
  const late = daysLate > 0 ? [` (sau hạn ${daysLate} ngày)`, ` (${daysLate} days late)`] : ['', ''];
  const found = appraisedOn ? [`thẩm định ngày ${dayVi(appraisedOn)}`, `appraised on ${appraisedOn}`] : ['', ''];
  const why = reason ? [`lý do: ${reason}`, `reason: ${reason}`] : ['', ''];
  const say = (place: 0 | 1, state: string) =>
    `${[state, sent[place] && `${sent[place]}${late[place]}`, found[place], why[place]].filter(Boolean).join('; ')}.`;
  return { key: 'STATE', value: state, vi: say(0, vi), en: say(1, en) };
}

function contentsStep(items: readonly ItemResult[]): Step {
  const numbers = (wanted: Verdict) =>
    items
      .filter(({ verdict }) => verdict === wanted)
      .map(({ number }) => number)
      .join(', ') || '–';
  const [met, notMet, unknown] = [Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN].map(numbers);
  return {
    key: 'CONTENTS',
    value: String(items.filter(({ verdict }) => verdict === Verdict.MET).length),
    vi: `Nội dung đạt: ${met}; chưa đạt: ${notMet}; chưa có kết quả: ${unknown}.`,
    en: `Contents met: ${met}; not met: ${notMet}; without a result: ${unknown}.`,
  };
}

function conclusionStep({ verdict, unknownReason, state }: Explained): Step {
  const [vi, en] = VERDICTS[verdict];
  const because = unknownReason ? REASONS[unknownReason] : undefined;
  // what was confirmed and revoked is not met, whatever its contents were
  const revoked = state === AssessmentState.REVOKED ? ['kết quả đã bị thu hồi', 'the result was revoked'] : undefined;
  const [whyVi, whyEn] = because ?? revoked ?? ['', ''];
  return {
    key: 'CONCLUSION',
    value: verdict,
    vi: `Kết luận: ${[vi, whyVi].filter(Boolean).join(': ')}.`,
    en: `Conclusion: ${[en, whyEn].filter(Boolean).join(': ')}.`,
  };
}
