import { type ImportStatus, OUTCOMES } from './import-summary';

/** What the server says of a file of reported figures. */
export interface ReportedTalliesOutcome {
  readonly status: ImportStatus;
  readonly report: {
    readonly faults: readonly {
      readonly line: number | null;
      readonly column: string | null;
      readonly reason: string;
      readonly remedy: string;
    }[];
    readonly counts: { readonly rows: number; readonly added: number; readonly changed: number };
    readonly definedIndicators: readonly string[];
    readonly tallies: readonly {
      readonly reference: string;
      readonly place: string;
      readonly indicatorId: string;
      readonly corrected: readonly { readonly column: string; readonly before: unknown; readonly after: unknown }[];
    }[];
  };
}

/** A line for each fault with its place, or for each row that is added or corrected, then the outcome. */
export function summariseReportedTallies({ status, report }: ReportedTalliesOutcome): string[] {
  const { rows, added, changed } = report.counts;
  return [
    ...report.faults.map(({ line, column, reason, remedy }) => {
      const where = [line === null ? 'file' : `line ${line}`, column].filter(Boolean).join(', ');
      return `${where}: ${reason} – ${remedy}`;
    }),
    ...report.definedIndicators.map((id) => `+ ${id}: counted only, no programme defines it`),
    ...report.tallies.map(({ reference, place, indicatorId, corrected }) => {
      const parts = corrected.map(
        (one) => `${one.column} ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`,
      );
      return `${parts.length > 0 ? '~' : '+'} ${reference} ${place}, ${[indicatorId, ...parts].join('; ')}`;
    }),
    ...(report.faults.length > 0 ? [] : [`${rows} rows: ${added} added, ${changed} corrected.`]),
    OUTCOMES[status],
  ];
}
