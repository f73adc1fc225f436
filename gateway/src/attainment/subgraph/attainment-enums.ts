import { Origin } from '@tieuchi/subgraph-kit';
import { registerEnumType } from 'type-graphql';
import type { Origin as CountsOrigin, UnknownReason } from '../counts';
import type { PaceStatus } from '../pace-status';
import type { WillAttain } from '../projection';
import type { AttainmentVerdict } from '../verdict';

/** An enum for the graph whose keys TypeScript holds against the rule's own union. */
function keysOf<T extends string>(keys: Record<T, T>): Record<T, T> {
  return keys;
}

export const VerdictEnum = keysOf<AttainmentVerdict>({
  NO_TARGET: 'NO_TARGET',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NO_DATA: 'NO_DATA',
  ATTAINED: 'ATTAINED',
  NOT_ATTAINED: 'NOT_ATTAINED',
  UNDECIDED: 'UNDECIDED',
});
export const PaceStatusEnum = keysOf<PaceStatus>({
  ATTAINED: 'ATTAINED',
  LOST: 'LOST',
  MISSED: 'MISSED',
  UNKNOWN: 'UNKNOWN',
  ON_TRACK: 'ON_TRACK',
  BEHIND: 'BEHIND',
  FAR_BEHIND: 'FAR_BEHIND',
  REGRESSING: 'REGRESSING',
});
export const WillAttainEnum = keysOf<WillAttain>({ YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' });
/** Why a unit has no result: the words of rural-security, which composition holds equal. */
export const UnknownReasonEnum = keysOf<UnknownReason>({
  NOT_STARTED: 'NOT_STARTED',
  IN_DRAFT: 'IN_DRAFT',
  AWAITING_APPRAISAL: 'AWAITING_APPRAISAL',
  RETURNED: 'RETURNED',
  ITEM_UNKNOWN: 'ITEM_UNKNOWN',
  NO_COMPARABLE_PREVIOUS_YEAR: 'NO_COMPARABLE_PREVIOUS_YEAR',
  NOT_RESTATABLE: 'NOT_RESTATABLE',
  WINDOW_OPEN: 'WINDOW_OPEN',
  NOT_PUBLISHED: 'NOT_PUBLISHED',
});
/** The word for origins that all services share. */
export const OriginEnum = Origin satisfies Record<CountsOrigin, string>;

registerEnumType(VerdictEnum, {
  name: 'AttainmentVerdict',
  description: 'Whether "at least" the target is reached; the first value that applies, in this order.',
  valuesConfig: {
    NO_TARGET: { description: 'No target is loaded for the unit, not even one of the country.' },
    NOT_APPLICABLE: { description: 'No unit of the population lies here: `total` is 0.' },
    NO_DATA: { description: 'Not one result is appraised.' },
    ATTAINED: { description: 'met ≥ requiredCount: certain, whatever the unknowns turn out to be.' },
    NOT_ATTAINED: {
      description: 'met + unknown < requiredCount: certain. `duePassed` tells "not yet" from "missed".',
    },
    UNDECIDED: { description: 'The unknowns will decide it.' },
  },
});
registerEnumType(PaceStatusEnum, {
  name: 'PaceStatus',
  description:
    'How the way to the target goes; the first value that applies, in this order. A convention of this project.',
  valuesConfig: {
    ATTAINED: { description: 'The verdict is ATTAINED.' },
    LOST: { description: 'NOT_ATTAINED, though an earlier year of the same origin attained it: see `attainedInYear`.' },
    MISSED: { description: 'NOT_ATTAINED, and `duePassed`.' },
    UNKNOWN: {
      description:
        'Cannot be told: nothing is appraised, there is no comparable baseline below the target, or the unknowns decide it.',
    },
    ON_TRACK: { description: 'Ratio of 1 or more: fast enough to reach the target in the due year.' },
    BEHIND: { description: 'Ratio of 0.5 to less than 1.' },
    FAR_BEHIND: { description: 'Ratio of 0 to less than 0.5.' },
    REGRESSING: { description: 'Ratio below 0: the rate is lower than in the baseline year.' },
  },
});
registerEnumType(WillAttainEnum, {
  name: 'WillAttain',
  description: 'Whether the line carried on reaches the target, compared in whole units.',
  valuesConfig: {
    YES: { description: 'It does, whatever the unknowns turn out to be.' },
    NO: { description: 'It does not, whatever the unknowns turn out to be.' },
    UNKNOWN: { description: 'It depends on the unknowns.' },
  },
});
registerEnumType(UnknownReasonEnum, {
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
