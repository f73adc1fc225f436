import { AssessmentState, UnknownReason, Verdict } from './assessment-enums';
import { explainAssessment } from './explain-assessment';

type Explained = Parameters<typeof explainAssessment>[0];

const item = (number: number, verdict: Verdict) =>
  ({ number, verdict, of: { indicatorId: 'i', year: 2025, selfItems: null, appraisedItems: null } }) as const;
const APPRAISED: Explained = {
  state: AssessmentState.APPRAISED,
  verdict: Verdict.NOT_MET,
  unknownReason: null,
  items: [item(1, Verdict.MET), item(2, Verdict.NOT_MET), item(3, Verdict.MET)],
  submittedOn: '2025-11-20',
  appraisedOn: '2025-12-01',
  daysLate: 5,
  reason: null,
};
const SET = { version: 'HD-04-2024', rule: { kind: 'ALL_OF' } } as const;
const vi = (changed: Partial<Explained> = {}) =>
  explainAssessment({ ...APPRAISED, ...changed }, SET).map((step) => step.vi);

it('goes from the rule of the year over what was found to the verdict', () => {
  expect(vi()).toEqual([
    'Bộ tiêu chí HD-04-2024: Đạt khi đạt đủ tất cả nội dung.',
    'Đã thẩm định; gửi ngày 20/11/2025 (sau hạn 5 ngày); thẩm định ngày 01/12/2025.',
    'Nội dung đạt: 1, 3; chưa đạt: 2; chưa có kết quả: –.',
    'Kết luận: Chưa đạt.',
  ]);
  const steps = explainAssessment(APPRAISED, SET);
  expect(steps.map(({ step, key, value }) => [step, key, value])).toEqual([
    [1, 'RULE', 'HD-04-2024'],
    [2, 'STATE', 'APPRAISED'],
    [3, 'CONTENTS', '2'],
    [4, 'CONCLUSION', 'NOT_MET'],
  ]);
  expect(steps.at(-1)?.en).toBe('Conclusion: Not met.');
});

it('says why there is no result, why it was returned, and that a confirmed result was revoked', () => {
  const returned = vi({
    ...{ state: AssessmentState.RETURNED, verdict: Verdict.UNKNOWN, unknownReason: UnknownReason.RETURNED },
    ...{ appraisedOn: null, daysLate: 0, reason: 'thiếu biên bản' },
  });
  expect(returned[1]).toBe('Trả lại để bổ sung; gửi ngày 20/11/2025; lý do: thiếu biên bản.');
  expect(returned.at(-1)).toBe('Kết luận: Chưa có kết quả.');
  const open = vi({ verdict: Verdict.UNKNOWN, unknownReason: UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR });
  expect(open.at(-1)).toBe('Kết luận: Chưa có kết quả: không có số liệu năm trước để so sánh.');
  expect(vi({ state: AssessmentState.REVOKED }).at(-1)).toBe('Kết luận: Chưa đạt: kết quả đã bị thu hồi.');
});

it('leaves out contents that the set does not have, and a set that is not known', () => {
  expect(explainAssessment({ ...APPRAISED, items: [] }, null).map(({ step, key }) => [step, key])).toEqual([
    [1, 'STATE'],
    [2, 'CONCLUSION'],
  ]);
});
