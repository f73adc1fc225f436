import { SpeakingError } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import { describeRequirement } from './describe-requirement';
import { judgeItem } from './judge-item';
import type { ItemFacts } from './judgement';
import type { ItemRule } from './rule';

/**
 * Refuses a stated verdict that the measures contradict. One that is stated where the measures decide nothing stands on
 * its paper; UNKNOWN claims nothing and contradicts nothing.
 * @throws SpeakingError VERDICT_CONTRADICTS_VALUE with the figures; BAD_USER_INPUT as `judgeItem`, whatever is stated
 */
export function checkStated(rule: ItemRule, facts: ItemFacts, stated: Verdict): void {
  const judgement = judgeItem(rule, facts);
  if (judgement === null || judgement.verdict === stated) return;
  if (judgement.verdict === Verdict.UNKNOWN || stated === Verdict.UNKNOWN) return;
  const figures = judgement.required
    .filter(({ verdict }) => verdict === judgement.verdict)
    .map((requirement) => describeRequirement(requirement).en)
    .join('; ');
  throw new SpeakingError(
    'VERDICT_CONTRADICTS_VALUE',
    `Stated ${stated}, but the measures say ${judgement.verdict}: ${figures}. Correct the measures or the verdict.`,
    { stated, computed: judgement.verdict },
  );
}
