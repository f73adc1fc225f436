import type { UnitTally } from '../tally/security-tally.repository';
import { ReconciliationOutcome, ReportedKind } from './reported-enums';
import type { ReportedRow } from './reported-row';
import { fitOf } from './tally-flags';

/** A reported figure beside the recorded one; what is not compared is null. */
export interface Reconciled {
  readonly outcome: ReconciliationOutcome;
  readonly recordedMet: number | null;
  readonly recordedTotal: number | null;
  /** Recorded units without a result: while there are any, `recordedMet` may grow. */
  readonly recordedUnknown: number | null;
  /** Reported minus recorded. */
  readonly differenceMet: number | null;
}

/**
 * Compares a report with what is recorded of the same series in the same year.
 * @param recorded counts of the same unit, or null where nothing is counted; never looked at in a demonstration
 */
export function reconcile(row: ReportedRow, recorded: UnitTally | null): Reconciled {
  const reason = whyNotCompared(row);
  if (reason !== null) return notCompared(reason);
  if (recorded === null || recorded.met + recorded.notMet === 0) return notCompared(ReconciliationOutcome.NOT_RECORDED);
  return {
    outcome: compareCounts(row, recorded),
    recordedMet: recorded.met,
    recordedTotal: recorded.total,
    recordedUnknown: recorded.unknown,
    differenceMet: row.met - recorded.met,
  };
}

/** What rules a comparison out before anything recorded is looked at; null where nothing does. */
export function whyNotCompared(row: ReportedRow): ReconciliationOutcome | null {
  if (row.kind === ReportedKind.PLAN) return ReconciliationOutcome.PLAN;
  if (row.isCountedOnly) return ReconciliationOutcome.DIFFERENT_INDICATOR;
  if (fitOf(row) === 'MAP_NOT_LOADED') return ReconciliationOutcome.MAP_NOT_LOADED;
  return row.isDemonstration ? ReconciliationOutcome.DEMONSTRATION : null;
}

function compareCounts({ met, total }: ReportedRow, recorded: UnitTally): ReconciliationOutcome {
  if (total !== null && total !== recorded.total) return ReconciliationOutcome.POPULATION_DIFFERS;
  return met === recorded.met ? ReconciliationOutcome.EQUAL : ReconciliationOutcome.DIFFERS;
}

function notCompared(outcome: ReconciliationOutcome): Reconciled {
  return { outcome, recordedMet: null, recordedTotal: null, recordedUnknown: null, differenceMet: null };
}
