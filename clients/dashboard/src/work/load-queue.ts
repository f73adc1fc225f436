import type { Answer } from '../data/answer';
import { askOverHttp } from '../data/ask-over-http';
import {
  type ConfirmQueueQuery,
  confirmQueueOperation,
  type Operation,
  type Role,
  type UnknownReason,
  type WorkQueueQuery,
  workQueueOperation,
} from '../data/operations.generated';
import type { SignedView } from './work-view';

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
  return askWithin(workQueueOperation, {
    ...{ ...shared(view), after, isUrgent, urgent: isUrgent ? urgent : null },
    mine: !address.all,
    reasons: address.reason === null ? null : [address.reason],
  });
}

/** A page of what waits for its last step. */
export function loadConfirmQueue(view: SignedView, after: string | null): Promise<Answer<ConfirmQueueQuery>> {
  return askWithin(confirmQueueOperation, { ...shared(view), after });
}

function shared({ caller, question }: SignedView) {
  return {
    within: caller.unit?.id ?? 'VN',
    indicator: question.indicator.id,
    year: question.year.year,
    map: question.map,
    language: question.language,
    first: PAGE_SIZE,
  };
}

/**
 * Whose part of the country is a unit that the map of the year does not have – a province of July 2025 in a year before
 * it – is asked about on the map of today.
 */
async function askWithin<Data, Variables extends { readonly map?: string | null | undefined }>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const answer = await askOverHttp(operation, variables);
  const isElsewhere = answer.faults.some(({ code }) => code === 'UNIT_NOT_FOUND');
  return isElsewhere ? askOverHttp(operation, { ...variables, map: null }) : answer;
}
