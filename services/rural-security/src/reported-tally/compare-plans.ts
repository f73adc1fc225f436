import { type Day, Origin } from '@tieuchi/subgraph-kit';
import { PlanBasis, type PlanResult } from './plan-result';

/** How many units a paper plans to meet an indicator in a year. */
export interface Plan {
  readonly year: number;
  readonly plan: number;
  readonly basis: PlanBasis;
  readonly planSource: string;
}

/** What is known of a year. */
export interface YearResult {
  readonly year: number;
  readonly met: number;
  /** Null of a reported result. */
  readonly unknown: number | null;
  readonly origin: Origin;
  /** The day of a report; null of what is recorded. */
  readonly asOf: Day | null;
}

export interface Nouns {
  readonly nounVi: string;
  readonly nounEn: string;
}

/**
 * Each plan with the result of its year, by year. What is recorded stands before what is reported, and of several reports
 * the latest; plans of two papers for one year stay two. What was reported is never compared with what is made up.
 */
export function comparePlans(plans: readonly Plan[], results: readonly YearResult[], nouns: Nouns): PlanResult[] {
  return [...plans]
    .sort((a, b) => a.year - b.year || order(a.basis) - order(b.basis))
    .map((plan) => {
      const found = bestOf(results.filter((result) => isComparable(plan, result)));
      return {
        ...plan,
        ...nouns,
        result: found?.met ?? null,
        resultOrigin: found?.origin ?? null,
        resultUnknown: found?.unknown ?? null,
        difference: found === null ? null : found.met - plan.plan,
      };
    });
}

function isComparable({ year, basis }: Plan, result: YearResult): boolean {
  return result.year === year && (basis === PlanBasis.TARGET || result.origin !== Origin.SYNTHETIC);
}

function bestOf(results: readonly YearResult[]): YearResult | null {
  const recorded = results.find(({ asOf }) => asOf === null);
  if (recorded) return recorded;
  const [latest] = [...results].sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1));
  return latest ?? null;
}

function order(basis: PlanBasis): number {
  return basis === PlanBasis.TARGET ? 0 : 1;
}
