import { registerEnumType } from 'type-graphql';

export enum Verdict {
  MET = 'MET',
  NOT_MET = 'NOT_MET',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'Three-valued: a missing result is UNKNOWN, never a failure.',
  valuesConfig: {
    MET: { description: 'Đạt.' },
    NOT_MET: { description: 'Chưa đạt.' },
    UNKNOWN: { description: 'Chưa có kết quả: nothing is decided yet.' },
  },
});
