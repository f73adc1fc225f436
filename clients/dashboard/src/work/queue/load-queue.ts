import type { Answer } from '../../data/answer';
import { askOverHttp } from '../../data/ask-over-http';
import {
  type ConfirmQueueQuery,
  confirmQueueOperation,
  type Role,
  type UnknownReason,
  type WorkQueueQuery,
  workQueueOperation,
} from '../../data/operations.generated';
import type { SignedView } from '../work-view';

const PAGE_SIZE = 100;

/** What a role takes up before the rest: it would stand behind all that was never begun, which waits longest. */
const URGENT: Partial<Record<Role, readonly UnknownReason[]>> = {
  COMMUNE_OFFICER: ['RETURNED'],
  APPRAISER: ['AWAITING_APPRAISAL', 'ITEM_UNKNOWN', 'NO_COMPARABLE_PREVIOUS_YEAR'],
};

/** A page of what waits in the reader's part of the country. @param after where it begins; null for the first */
export function loadQueue(view: SignedView, after: string | null): Promise<Answer<WorkQueueQuery>> {
  const { address, caller } = view;
  const urgent = URGENT[caller.role] ?? null;
  const isUrgent = urgent !== null && !address.all && address.reason === null && after === null;
  return askOverHttp(workQueueOperation, {
    ...{ ...shared(view), after, isUrgent, urgent: isUrgent ? urgent : null },
    mine: !address.all,
    reasons: address.reason === null ? null : [address.reason],
  });
}

/** A page of what waits for its last step. */
export function loadConfirmQueue(view: SignedView, after: string | null): Promise<Answer<ConfirmQueueQuery>> {
  return askOverHttp(confirmQueueOperation, { ...shared(view), after });
}

function shared({ caller, question, ownMap }: SignedView) {
  return {
    within: caller.unit?.id ?? 'VN',
    indicator: question.indicator.id,
    year: question.year.year,
    map: ownMap,
    language: question.language,
    first: PAGE_SIZE,
  };
}
