import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import { allOf } from './all-of';
import type { Measures } from './rule';

/** What is known of one unit when a content is judged. */
export interface ItemFacts {
  /** Of the assessment year; null: nothing was reported. */
  readonly measures: Measures | null;
  /** The same of the year before and of the same unit; null: no figures. */
  readonly before: Measures | null;
  /** The same of the rule's base year; null: no figures, or not on the same land. */
  readonly base: Measures | null;
  /** Whether the unit has the same land as the year before; without it `before` is not used. */
  readonly isComparable: boolean;
}

/** A whole number that one measure must reach, or must not exceed, and whether it does. */
export interface Requirement {
  readonly measure: string;
  /** Of the unit, in the assessment year; null: not known. */
  readonly count: number | null;
  readonly bound: 'AT_LEAST' | 'AT_MOST';
  /** 18 for "at least 70 % of 25"; null where the basis is not known, or gives no limit. */
  readonly limit: number | null;
  readonly basis: RequirementBasis;
  readonly verdict: Verdict;
  readonly reason: UnknownReason | null;
}

/** What the limit was taken from: the whole that the measure is a part of, or the same measure of an earlier year. */
export interface RequirementBasis {
  readonly kind: 'WHOLE' | 'YEAR_BEFORE' | 'BASE_YEAR';
  readonly measure: string;
  readonly count: number | null;
}

/** What the measures say of one content. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Set exactly where the verdict is UNKNOWN. */
  readonly reason: UnknownReason | null;
  /** In the order of the rule. */
  readonly required: readonly Requirement[];
}

/** All requirements must hold. */
export function judgeRequirements(required: readonly Requirement[]): Judgement {
  const verdict = allOf(required.map((requirement) => requirement.verdict));
  return { verdict, reason: verdict === Verdict.UNKNOWN ? unknownReason(required) : null, required };
}

/** Of several reasons the one that the unit can mend itself: a figure of its own that is missing. */
export function unknownReason(parts: readonly Pick<Requirement, 'reason'>[]): UnknownReason {
  const reasons = new Set(parts.flatMap(({ reason }) => reason ?? []));
  const isYearAlone = reasons.size === 1 && reasons.has(UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR);
  return isYearAlone ? UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR : UnknownReason.ITEM_UNKNOWN;
}
