import type { Percent } from '@tieuchi/subgraph-kit';
import { allowedCount } from './allowed-count';
import type { ItemFacts, Requirement } from './judgement';
import { readMeasure } from './measure';
import { judgeRequirement } from './requirement';

/**
 * "At least 5 % fewer than in 2019" in whole numbers: of 119 cases 113 are allowed. A base of 0 allows 0.
 * Without the base year it is UNKNOWN, for want of an earlier year to compare with.
 */
export function judgeAgainstBaseYear(
  measure: string,
  fewerByAtLeast: Percent,
  { measures, base }: ItemFacts,
): Requirement {
  const baseCount = readMeasure(base, measure);
  return judgeRequirement({
    measure,
    count: readMeasure(measures, measure),
    bound: 'AT_MOST',
    limit: baseCount === null ? null : allowedCount(fewerByAtLeast, baseCount),
    basis: { kind: 'BASE_YEAR', measure, count: baseCount },
  });
}
