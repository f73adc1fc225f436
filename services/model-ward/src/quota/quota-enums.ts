import { registerEnumType } from 'type-graphql';

export enum QuotaCounts {
  REGISTERED = 'REGISTERED',
  RECOGNISED = 'RECOGNISED',
}

export enum QuotaBy {
  REGISTRATION_DATE = 'REGISTRATION_DATE',
  YEAR_RECOGNISED_FOR = 'YEAR_RECOGNISED_FOR',
  DECISION_DATE = 'DECISION_DATE',
}

export enum QuotaVerdict {
  FULFILLED = 'FULFILLED',
  SHORT = 'SHORT',
  UNDECIDED = 'UNDECIDED',
}

export enum QuotaExclusion {
  NOT_ON_RULE_MAP = 'NOT_ON_RULE_MAP',
  OUTSIDE_RULE = 'OUTSIDE_RULE',
  WITHDRAWN = 'WITHDRAWN',
  REVOKED = 'REVOKED',
  UNIT_NO_LONGER_EXISTS = 'UNIT_NO_LONGER_EXISTS',
  LATE = 'LATE',
  NOT_RECOGNISED = 'NOT_RECOGNISED',
  FOR_A_LATER_YEAR = 'FOR_A_LATER_YEAR',
  DECIDED_LATE = 'DECIDED_LATE',
  EXPIRED = 'EXPIRED',
}

registerEnumType(QuotaCounts, {
  name: 'QuotaCounts',
  description: 'What a rule counts: registrations or recognitions.',
  valuesConfig: {
    REGISTERED: { description: 'Wards that are registered, however far they have come.' },
    RECOGNISED: { description: 'Only wards whose police is recognised, for the first time or again.' },
  },
});
registerEnumType(QuotaBy, {
  name: 'QuotaBy',
  description: 'By what a ward is in time for the deadline. It must always be registered in time.',
  valuesConfig: {
    REGISTRATION_DATE: { description: 'By the day of its registration.' },
    YEAR_RECOGNISED_FOR: {
      description: 'By the year that it is recognised for: the decision may come in the year after.',
    },
    DECISION_DATE: { description: 'By the day of the decision.' },
  },
});
registerEnumType(QuotaVerdict, {
  name: 'QuotaVerdict',
  description:
    'Whether a unit has what a rule asks. An open decision is neither a ward that counts nor one that is missing.',
  valuesConfig: {
    FULFILLED: { description: 'Đủ.' },
    SHORT: { description: 'Còn thiếu, whatever becomes of pending decisions.' },
    UNDECIDED: { description: 'Wards that still may be recognised for the year would fill the gap.' },
  },
});
registerEnumType(QuotaExclusion, {
  name: 'QuotaExclusion',
  description: 'Why a ward does not count for a rule; the first that holds, in this order.',
  valuesConfig: {
    NOT_ON_RULE_MAP: { description: 'It is a ward of a later map than the one that the rule was set on.' },
    OUTSIDE_RULE: { description: 'Ngoài phạm vi quy định: the rule names no unit that it lies in.' },
    WITHDRAWN: { description: 'Đã rút.' },
    REVOKED: { description: 'Đã thu hồi.' },
    UNIT_NO_LONGER_EXISTS: { description: 'It ended before the day on which wards must still stand.' },
    LATE: { description: 'Đăng ký sau hạn.' },
    NOT_RECOGNISED: { description: 'Chưa được công nhận.' },
    FOR_A_LATER_YEAR: { description: 'Only recognised for a year after that of the deadline.' },
    DECIDED_LATE: { description: 'The rule goes by the day of the decision, and that is after the deadline.' },
    EXPIRED: { description: 'Its last recognition in time does not hold until the deadline any more.' },
  },
});
