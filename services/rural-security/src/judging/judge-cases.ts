import { parsePercent } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import { allowedCount } from './allowed-count';
import { changePercent } from './change-percent';

/** Numbers of cases of one locality against its baseline year, on the same land. */
export interface CaseCounts {
  /** Null: not known, or not on the same land. */
  readonly baselineCases: number | null;
  readonly cases: number | null;
}

export interface CaseJudgement extends CaseCounts {
  /** Most cases that satisfy the target; null without a baseline. */
  readonly allowedCases: number | null;
  /** Cases above the allowed ones, 0 where there are none; null unless both counts are known. */
  readonly excess: number | null;
  /** Decimal text, negative for fewer: "-4.99". Null unless both counts are known, and for a baseline of 0. */
  readonly changePercent: string | null;
  readonly verdict: Verdict;
}

/**
 * Social-order offences against 2019: "at least 5 % fewer". A baseline of 0 allows 0 (inference).
 * Source: QĐ 926/QĐ-TTg (02/8/2022); each locality; the text names no due date.
 */
export function judgeCases({ baselineCases, cases }: CaseCounts, fewerByAtLeastPercent: string): CaseJudgement {
  const fewerByAtLeast = parsePercent(fewerByAtLeastPercent);
  const allowedCases = baselineCases === null ? null : allowedCount(fewerByAtLeast, baselineCases);
  if (baselineCases === null || cases === null || allowedCases === null) {
    return { baselineCases, cases, allowedCases, excess: null, changePercent: null, verdict: Verdict.UNKNOWN };
  }
  return {
    baselineCases,
    cases,
    allowedCases,
    excess: Math.max(0, cases - allowedCases),
    changePercent: baselineCases === 0 ? null : changePercent(cases, baselineCases, fewerByAtLeast),
    verdict: cases <= allowedCases ? Verdict.MET : Verdict.NOT_MET,
  };
}
