import { dealAmendments } from './assessment-amendment';
import { historyOf } from './assessment-history';
import { dealOutcomes } from './assessment-outcome';
import type { DemonstrationAssessment } from './assessment-revision';
import { numberDecisions, timelineOf } from './assessment-timeline';
import { communeYear, DEMONSTRATION_YEARS, type DemonstrationCommune } from './demonstration-commune';

/**
 * Made-up results of indicator 19.2 for 2021 to 2025, the same to the byte for the same communes in any order.
 * They are plausible in their totals and say nothing about any real commune.
 *
 * A commune that has not started in a year has no element; Trường Sa's communes never have one.
 * @param communes the 7,692 rural communes of 30 Jun 2025, each once; for others the published totals do not come out
 * @returns by commune code, then by year; computed while it is read, and readable again
 */
export function generateAssessments(communes: readonly DemonstrationCommune[]): Iterable<DemonstrationAssessment> {
  return { [Symbol.iterator]: () => assessmentsOf(communes) };
}

function* assessmentsOf(communes: readonly DemonstrationCommune[]): Generator<DemonstrationAssessment> {
  const outcomes = dealOutcomes(communes);
  const amendments = dealAmendments(outcomes.values());
  const started = [...outcomes.values()].filter(({ outcome }) => outcome !== 'NOT_STARTED');
  const timelines = new Map(started.map((outcome) => [outcome.key, timelineOf(outcome, amendments)]));
  const decisionNumbers = numberDecisions(timelines.values());
  for (const code of communes.map((commune) => commune.code).sort()) {
    for (const year of DEMONSTRATION_YEARS) {
      const key = communeYear(code, year);
      const timeline = timelines.get(key);
      if (!timeline) continue;
      // a commune submits because it holds itself to meet 19.2; most of those that fail had said so themselves
      const selfVerdict = timeline.outcome === 'NOT_MET' && !amendments.overrated.has(key) ? 'NOT_MET' : 'MET';
      yield { code, year, revisions: historyOf(timeline, selfVerdict, decisionNumbers.get(key) ?? null) };
    }
  }
}
