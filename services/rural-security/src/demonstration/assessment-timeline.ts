import type { Amendments } from './assessment-amendment';
import { amendmentDay, appraisalDay, confirmationDay, submissionDay, windowEnd } from './assessment-dates';
import type { CommuneOutcome } from './assessment-outcome';

/** The days on which something happened to a commune's assessment; null where it did not happen. */
export interface AssessmentTimeline extends CommuneOutcome {
  readonly submittedOn: string;
  readonly late: boolean;
  readonly returnedOn: string | null;
  readonly appraisedOn: string | null;
  readonly correctedOn: string | null;
  readonly confirmedOn: string | null;
  readonly revokedOn: string | null;
}

/** When the outcome came about. A result that was corrected later had not been confirmed before. */
export function timelineOf(outcome: CommuneOutcome, { corrected, revoked }: Amendments): AssessmentTimeline {
  const { key, code, year } = outcome;
  const submittedOn = submissionDay(code, year);
  const answeredOn = outcome.outcome === 'AWAITING_APPRAISAL' ? null : appraisalDay(code, year, submittedOn);
  const isReturned = outcome.outcome === 'RETURNED';
  const appraisedOn = isReturned ? null : answeredOn;
  const correctedOn = appraisedOn && corrected.has(key) ? amendmentDay(code, year, appraisedOn) : null;
  const isConfirmed = outcome.outcome === 'MET' || revoked.has(key);
  const confirmedOn = appraisedOn && isConfirmed ? confirmationDay(code, year, correctedOn ?? appraisedOn) : null;
  return {
    key,
    code,
    year,
    outcome: outcome.outcome,
    submittedOn,
    late: submittedOn > windowEnd(year),
    returnedOn: isReturned ? answeredOn : null,
    appraisedOn,
    correctedOn,
    confirmedOn,
    revokedOn: confirmedOn && revoked.has(key) ? amendmentDay(code, year, confirmedOn) : null,
  };
}

/**
 * `MP-0001/2025` by `key`: the confirmations of each assessment year numbered in the order of their days.
 * The year is the assessment year, not that of the decision, so that four digits always suffice.
 */
export function numberDecisions(timelines: Iterable<AssessmentTimeline>): Map<string, string> {
  const confirmed = [...timelines]
    .filter(({ confirmedOn }) => confirmedOn !== null)
    .map(({ key, code, year, confirmedOn }) => ({ key, year, order: `${year} ${confirmedOn} ${code}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const counts = new Map<number, number>();
  return new Map(
    confirmed.map(({ key, year }) => {
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return [key, `MP-${String(count).padStart(4, '0')}/${year}`];
    }),
  );
}
