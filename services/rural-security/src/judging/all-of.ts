import { Verdict } from '../assessment/assessment-enums';

/**
 * Kleene's "and": any NOT_MET decides, else any UNKNOWN leaves it open, else MET. Of nothing it is UNKNOWN, not MET:
 * where no content was asked, none was met.
 */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(Verdict.NOT_MET)) return Verdict.NOT_MET;
  if (verdicts.length === 0 || verdicts.includes(Verdict.UNKNOWN)) return Verdict.UNKNOWN;
  return Verdict.MET;
}
