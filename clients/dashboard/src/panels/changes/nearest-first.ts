import type { UnknownReason } from '../../data/operations.generated';
import type { ChangeRow } from './changes-content';

/** How near a commune without a result is to one: what waits for others comes before what nobody began. */
const ORDER: readonly UnknownReason[] = [
  'AWAITING_APPRAISAL',
  'RETURNED',
  'ITEM_UNKNOWN',
  'NO_COMPARABLE_PREVIOUS_YEAR',
  'IN_DRAFT',
  'NOT_STARTED',
  'NOT_PUBLISHED',
  'WINDOW_OPEN',
  'NOT_RESTATABLE',
];

/**
 * Those first that would change a verdict soonest: without a result before not met, among the former those that say they
 * meet, among the latter those that lack the fewest contents; then by code.
 */
export function nearestFirst(rows: readonly ChangeRow[]): ChangeRow[] {
  return rows.toSorted((a, b) => compare(rankOf(a), rankOf(b)) || (a.code < b.code ? -1 : 1));
}

function rankOf({ assessment, details }: ChangeRow): readonly number[] {
  if (assessment.verdict !== 'UNKNOWN') return [1, details.missingItems || Number.MAX_SAFE_INTEGER, 0];
  const reason = assessment.unknownReason === null ? -1 : ORDER.indexOf(assessment.unknownReason);
  return [0, reason === -1 ? ORDER.length : reason, assessment.selfAssessedVerdict === 'MET' ? 0 : 1];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
