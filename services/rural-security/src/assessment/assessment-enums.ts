import { registerEnumType } from 'type-graphql';

export { Verdict } from '@tieuchi/subgraph-kit';

export enum AssessmentState {
  NOT_STARTED = 'NOT_STARTED',
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  APPRAISED = 'APPRAISED',
  RECOGNISED = 'RECOGNISED',
  REVOKED = 'REVOKED',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
}

export enum UnknownReason {
  NOT_STARTED = 'NOT_STARTED',
  IN_DRAFT = 'IN_DRAFT',
  AWAITING_APPRAISAL = 'AWAITING_APPRAISAL',
  RETURNED = 'RETURNED',
  ITEM_UNKNOWN = 'ITEM_UNKNOWN',
  NO_COMPARABLE_PREVIOUS_YEAR = 'NO_COMPARABLE_PREVIOUS_YEAR',
  NOT_RESTATABLE = 'NOT_RESTATABLE',
  WINDOW_OPEN = 'WINDOW_OPEN',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
}

registerEnumType(AssessmentState, {
  name: 'AssessmentState',
  description: 'How far an assessment has come.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing is recorded.' },
    DRAFT: { description: 'Begun, not sent yet.' },
    SUBMITTED: { description: 'Sent, waiting for appraisal.' },
    RETURNED: { description: 'Sent back to be completed.' },
    APPRAISED: { description: 'Appraised; the verdict can still be UNKNOWN, for want of a content.' },
    RECOGNISED: { description: 'The last step of the indicator is done: for 19.2 the police confirmed the result.' },
    REVOKED: { description: 'Taken back after the last step; the verdict is what holds now.' },
    NOT_PUBLISHED: {
      description: 'Not appraised. How far it has come, whoever asks may not see: perhaps nothing is recorded.',
    },
  },
});
registerEnumType(UnknownReason, {
  name: 'UnknownReason',
  description: 'Why there is no result.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing is recorded.' },
    IN_DRAFT: { description: 'Begun, not sent yet.' },
    AWAITING_APPRAISAL: { description: 'Sent, not appraised yet.' },
    RETURNED: { description: 'Sent back to be completed.' },
    ITEM_UNKNOWN: { description: 'Appraised, but for want of a content (nội dung) nothing is decided.' },
    NO_COMPARABLE_PREVIOUS_YEAR: {
      description: 'A content compares with the year before, and that has no figure on the same land.',
    },
    NOT_RESTATABLE: { description: 'The unit did not exist on the day that the year counts: see `predecessors`.' },
    WINDOW_OPEN: { description: 'The assessment year has not ended.' },
    NOT_PUBLISHED: { description: 'Not appraised; whoever asks may not see how far it has come.' },
  },
});
