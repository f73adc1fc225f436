import { parsePercent } from '@tieuchi/subgraph-kit';
import { judgeAgainstBaseYear } from './change-against-base-year';
import { type ItemFacts, type Judgement, judgeRequirements } from './judgement';
import { judgeAgainstYearBefore } from './not-more-than-year-before';
import type { ItemRule } from './rule';
import { judgeShare } from './share-of-sub-units';

/**
 * What the measures say of one content (nội dung). Null for STATED: nothing is computed.
 * @throws SpeakingError BAD_USER_INPUT for a measure that cannot be, or a part larger than its whole
 */
export function judgeItem(rule: ItemRule, facts: ItemFacts): Judgement | null {
  switch (rule.kind) {
    case 'STATED':
      return null;
    case 'SHARE_OF_SUB_UNITS':
      return judgeRequirements(rule.conditions.map((condition) => judgeShare(condition, facts)));
    case 'NOT_MORE_THAN_YEAR_BEFORE':
      return judgeRequirements(rule.measures.map((measure) => judgeAgainstYearBefore(measure, rule.strict, facts)));
    case 'CHANGE_AGAINST_BASE_YEAR': {
      const fewerByAtLeast = parsePercent(rule.fewerByAtLeastPercent);
      return judgeRequirements(rule.measures.map((measure) => judgeAgainstBaseYear(measure, fewerByAtLeast, facts)));
    }
  }
}
