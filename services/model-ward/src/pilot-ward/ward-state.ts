import { registerEnumType } from 'type-graphql';

export enum WardState {
  NOT_REGISTERED = 'NOT_REGISTERED',
  REGISTERED = 'REGISTERED',
  UNDER_WAY = 'UNDER_WAY',
  SELF_SCORED = 'SELF_SCORED',
  APPRAISED = 'APPRAISED',
  PROPOSED = 'PROPOSED',
  RECOGNISED = 'RECOGNISED',
  RE_RECOGNISED = 'RE_RECOGNISED',
  REVOKED = 'REVOKED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(WardState, {
  name: 'ModelWardState',
  description: 'How far the police of a ward has come from registration to recognition.',
  valuesConfig: {
    NOT_REGISTERED: { description: 'Nothing is recorded.' },
    REGISTERED: { description: 'Đã đăng ký.' },
    UNDER_WAY: { description: 'Đang xây dựng: work has begun, or the scores were returned.' },
    SELF_SCORED: { description: 'Đã tự chấm: waits for its appraisal.' },
    APPRAISED: { description: 'Đã thẩm định: some criteria may not be met.' },
    PROPOSED: { description: 'Đã đề nghị công nhận: all criteria are met as appraised.' },
    RECOGNISED: { description: 'Đã công nhận, for a year and by a numbered decision.' },
    RE_RECOGNISED: { description: 'Công nhận lại, for a later year.' },
    REVOKED: { description: 'Đã thu hồi.' },
    WITHDRAWN: { description: 'Đã rút đăng ký.' },
  },
});

const LABELS: Readonly<Record<WardState, string>> = {
  NOT_REGISTERED: 'Chưa đăng ký',
  REGISTERED: 'Đã đăng ký',
  UNDER_WAY: 'Đang xây dựng',
  SELF_SCORED: 'Đã tự chấm',
  APPRAISED: 'Đã thẩm định',
  PROPOSED: 'Đã đề nghị công nhận',
  RECOGNISED: 'Đã công nhận',
  RE_RECOGNISED: 'Công nhận lại',
  REVOKED: 'Đã thu hồi',
  WITHDRAWN: 'Đã rút đăng ký',
};

/** The label for people, with the year where the ward's police is recognised for one: "Đã công nhận (năm 2023)". */
export function labelOf(state: WardState, recognisedForYear: number | null): string {
  return recognisedForYear === null ? LABELS[state] : `${LABELS[state]} (năm ${recognisedForYear})`;
}
