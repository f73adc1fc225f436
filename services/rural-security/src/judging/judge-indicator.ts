import type { Verdict } from '../assessment/assessment-enums';
import { allOf } from './all-of';
import { atLeastOf } from './at-least-of';
import type { IndicatorRule } from './rule';

/**
 * The verdict of an indicator from those of *all* its contents; one without a result is passed as UNKNOWN, never left
 * out. Null for STATED: the appraiser says it.
 * Source of all-of: HD 04/HD-BCA-V05 (18/3/2024), 19.2 is met when all eight contents are.
 */
export function judgeIndicator(rule: IndicatorRule, items: readonly Verdict[]): Verdict | null {
  switch (rule.kind) {
    case 'STATED':
      return null;
    case 'ALL_OF':
      return allOf(items);
    case 'AT_LEAST_OF':
      return atLeastOf(rule.count, items);
  }
}
