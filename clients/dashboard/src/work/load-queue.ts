import type { Answer } from '../data/answer';
import { askOverHttp } from '../data/ask-over-http';
import {
  type Role,
  type UnknownReason,
  type WorkQueueQuery,
  type WorkQueueQueryVariables,
  workQueueOperation,
} from '../data/operations.generated';
import type { SignedView } from './work-view';

const PAGE_SIZE = 100;

/** What a role takes up before the rest: it would stand behind all that was never begun, which waits longest. */
const URGENT: Partial<Record<Role, readonly UnknownReason[]>> = {
  COMMUNE_OFFICER: ['RETURNED'],
  APPRAISER: ['AWAITING_APPRAISAL', 'ITEM_UNKNOWN', 'NO_COMPARABLE_PREVIOUS_YEAR'],
};

/**
 * A page of what waits in the reader's part of the country. Whose part is a unit that the map of the year does not have –
 * a province of 2025 in a year before it – is asked about on the map of today.
 * @param after where the page begins; null for the first
 */
export async function loadQueue(view: SignedView, after: string | null): Promise<Answer<WorkQueueQuery>> {
  const { address, caller, question } = view;
  const urgent = URGENT[caller.role] ?? null;
  const isUrgentShown = urgent !== null && !address.all && address.reason === null && after === null;
  const variables: WorkQueueQueryVariables = {
    within: caller.unit?.id ?? 'VN',
    indicator: question.indicator.id,
    year: question.year.year,
    map: question.map,
    language: question.language,
    mine: !address.all,
    ...{ isUrgent: isUrgentShown, urgent: isUrgentShown ? urgent : null },
    confirms: caller.role === 'RECOGNISER' && after === null,
    reasons: address.reason === null ? null : [address.reason],
    first: PAGE_SIZE,
    after,
  };
  const answer = await askOverHttp(workQueueOperation, variables);
  const isElsewhere = answer.faults.some(({ code }) => code === 'UNIT_NOT_FOUND');
  return isElsewhere ? askOverHttp(workQueueOperation, { ...variables, map: null }) : answer;
}
