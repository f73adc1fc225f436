import type { ItemFacts, Requirement } from './judgement';
import { readMeasure } from './measure';
import { judgeRequirement } from './requirement';

/**
 * "Kiềm chế, giảm so với năm trước": not more than the year before, on the same land; `isStrict`: less. Without a
 * comparable year it is UNKNOWN, also for a count of 0. That "kiềm chế" lets an equal count pass is a reading of ours.
 *
 * 0 after 0 is met under both readings: nobody can have less (inference).
 */
export function judgeAgainstYearBefore(measure: string, isStrict: boolean, facts: ItemFacts): Requirement {
  const before = facts.isComparable ? readMeasure(facts.before, measure) : null;
  return judgeRequirement({
    measure,
    count: readMeasure(facts.measures, measure),
    bound: 'AT_MOST',
    limit: before !== null && isStrict ? Math.max(0, before - 1) : before,
    basis: { kind: 'YEAR_BEFORE', measure, count: before },
  });
}
