import type { ReportedFiguresQuery } from '../../data/operations.generated';

type ReportedTally = NonNullable<NonNullable<ReportedFiguresQuery['province']>['reportedTallies']>[number];

/** A printed or reported figure as a row, with the unit that it is shown under. */
export interface ReportedRow extends ReportedTally {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
}

/** What was printed of the place, and at the country of its provinces. */
export interface ReconciliationContent {
  readonly tab: 'reconciliation';
  /** Null where it was not answered. */
  readonly rows: readonly ReportedRow[] | null;
}
