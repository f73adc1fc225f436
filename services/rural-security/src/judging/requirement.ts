import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import type { Requirement } from './judgement';

type Question = Omit<Requirement, 'verdict' | 'reason'>;

/** Compares a count with its limit; without one of them it is UNKNOWN, and an own figure is missed first. */
export function judgeRequirement(question: Question): Requirement {
  const { count, limit, bound } = question;
  if (count === null || limit === null) {
    return { verdict: Verdict.UNKNOWN, reason: missingFigure(question), ...question };
  }
  const holds = bound === 'AT_LEAST' ? count >= limit : count <= limit;
  return { verdict: holds ? Verdict.MET : Verdict.NOT_MET, reason: null, ...question };
}

/** The whole is a figure of the same year, so of the unit itself; an earlier year is not. */
function missingFigure({ count, basis }: Question): UnknownReason {
  const isOwn = count === null || basis.kind === 'WHOLE';
  return isOwn ? UnknownReason.ITEM_UNKNOWN : UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR;
}
