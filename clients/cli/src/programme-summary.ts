import { type ImportStatus, OUTCOMES } from './import-summary';

/** What the server says of a programme's file. */
export interface ProgrammeOutcome {
  readonly status: ImportStatus;
  readonly report: {
    readonly faults: readonly { readonly place: string; readonly message: string }[];
    readonly changes: readonly { readonly place: string; readonly before: unknown; readonly after: unknown }[];
  };
}

/** A line for each fault with its place, or for each change, then the outcome. */
export function summariseProgramme({ status, report }: ProgrammeOutcome): string[] {
  return [
    ...report.faults.map(({ place, message }) => `${place}: ${message}`),
    ...report.changes.map(({ place, before, after }) => changeLine(place, before, after)),
    OUTCOMES[status],
  ];
}

function changeLine(place: string, before: unknown, after: unknown): string {
  if (before === null) return `+ ${place}: ${JSON.stringify(after)}`;
  if (after === null) return `- ${place}: ${JSON.stringify(before)}`;
  return `~ ${place}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}
