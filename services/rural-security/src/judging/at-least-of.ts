import { Verdict } from '../assessment/assessment-enums';

/**
 * Whether at least `count` of the contents are met: NOT_MET only when the unknown ones would not be enough even if all
 * passed. Of nothing it is UNKNOWN, as in `allOf`.
 * @throws RangeError when `count` is no whole number from 1 to the number of verdicts: no unit could ever fail or meet it
 */
export function atLeastOf(count: number, verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return Verdict.UNKNOWN;
  if (!Number.isSafeInteger(count) || count < 1 || count > verdicts.length) {
    throw new RangeError(`expected a whole number from 1 to ${verdicts.length} contents, got ${count}`);
  }
  const met = verdicts.filter((verdict) => verdict === Verdict.MET).length;
  const notMet = verdicts.filter((verdict) => verdict === Verdict.NOT_MET).length;
  if (met >= count) return Verdict.MET;
  return verdicts.length - notMet < count ? Verdict.NOT_MET : Verdict.UNKNOWN;
}
