import { parsePercent, requiredCount, SpeakingError } from '@tieuchi/subgraph-kit';
import type { ItemFacts, Requirement } from './judgement';
import { readMeasure } from './measure';
import { judgeRequirement } from './requirement';
import type { ShareCondition } from './rule';

/**
 * "At least 70 % of the sub-units": 16 of 25 is not enough, 18 is. Source: Thông tư 124/2021/TT-BCA, Article 5 (4).
 *
 * Of 0 sub-units there is no share, so it is UNKNOWN: the text supposes residential areas, agencies or schools, and a
 * commune that names none has more likely not counted them (inference). Whoever knows better states the verdict.
 * @throws SpeakingError BAD_USER_INPUT when a part is larger than its whole
 */
export function judgeShare({ part, of, atLeastPercent }: ShareCondition, { measures }: ItemFacts): Requirement {
  const count = readMeasure(measures, part);
  const whole = readMeasure(measures, of);
  if (count !== null && whole !== null && count > whole) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      `${part}: ${count} of ${whole} (${of}) – a part is no larger than its whole; correct one of them.`,
      { measures: [part, of] },
    );
  }
  return judgeRequirement({
    measure: part,
    count,
    bound: 'AT_LEAST',
    limit: whole ? requiredCount(parsePercent(atLeastPercent), whole) : null,
    basis: { kind: 'WHOLE', measure: of, count: whole },
  });
}
