import { type Percent, requiredCount } from '@tieuchi/subgraph-kit';
import { appraisedCount, type Tally } from './counts';

export type AttainmentVerdict = 'NO_TARGET' | 'NOT_APPLICABLE' | 'NO_DATA' | 'ATTAINED' | 'NOT_ATTAINED' | 'UNDECIDED';

/**
 * Whether a target of "at least" is attained, in this order of questions. A verdict of `ATTAINED` or `NOT_ATTAINED`
 * holds whatever the unknown units turn out to be. Source: QĐ 926/QĐ-TTg for the targets; the order is a convention of ours.
 */
export function judgeAttainment(tally: Tally, targetPercent: Percent | null): AttainmentVerdict {
  if (targetPercent === null) return 'NO_TARGET';
  if (tally.total === 0) return 'NOT_APPLICABLE';
  if (appraisedCount(tally) === 0) return 'NO_DATA';
  const required = requiredCount(targetPercent, tally.total);
  if (tally.met >= required) return 'ATTAINED';
  if (tally.met + tally.unknown < required) return 'NOT_ATTAINED';
  return 'UNDECIDED';
}
