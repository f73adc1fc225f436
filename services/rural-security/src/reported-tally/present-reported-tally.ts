import { computedPercent } from './computed-percent';
import type { ReportedRow } from './reported-row';
import type { ReportedTally } from './reported-tally';
import { flagTally } from './tally-flags';

/** A reported tally as clients see it, with the row that its other fields are computed from. */
export interface PresentedTally extends ReportedTally {
  readonly row: ReportedRow;
}

export function presentReportedTally(row: ReportedRow): PresentedTally {
  const { indicatorId, isCountedOnly, titleVi, titleEn } = row;
  return {
    ...row,
    indicator: { id: indicatorId, isCountedOnly, titleVi, titleEn },
    computedPercent: computedPercent(row.met, row.total),
    flags: flagTally(row),
    row,
  };
}
