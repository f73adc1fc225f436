export type ImportStatus = 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';

/** What the server says of an import; the parts depend on the kind of the file. */
export interface ImportOutcome {
  readonly status: ImportStatus;
  readonly report: ImportReport;
}

interface ImportReport {
  readonly faults?: readonly ImportFault[];
  readonly corrections?: readonly {
    line: number;
    column: string;
    printed: string;
    corrected: string;
    unitName: string;
  }[];
  readonly counts?: Readonly<Record<string, number | object>>;
  readonly changes?: readonly LinkChange[];
  readonly ended?: readonly NamedUnit[];
  readonly begun?: readonly NamedUnit[];
  readonly changed?: readonly { before: NamedUnit; after: NamedUnit }[];
}

/** A conversion table names line and column, a reorganisation the place in its file. */
interface ImportFault {
  readonly line?: number | null;
  readonly column?: string | null;
  readonly reason?: string;
  readonly remedy?: string;
  readonly place?: string;
  readonly message?: string;
}

interface LinkChange {
  readonly predecessorId: string;
  readonly added: readonly { successorId: string; kind: string | null }[];
  readonly removed: readonly { successorId: string }[];
  readonly kindChanged: readonly { successorId: string; from: string | null; to: string | null }[];
}

interface NamedUnit {
  readonly code: string;
  readonly fullNameVi: string;
  readonly parentFullNameVi: string | null;
}

export const OUTCOMES: Readonly<Record<ImportStatus, string>> = {
  REFUSED: 'Refused: nothing was changed.',
  PREVIEWED: 'Dry run: nothing was changed.',
  APPLIED: 'Applied.',
  UNCHANGED: 'Nothing to change: it is applied already.',
};

/** An import in lines for people: faults with their place, then what changes unit by unit, then the outcome. */
export function summarise({ status, report }: ImportOutcome): string[] {
  return [
    ...(report.faults ?? []).map(faultLine),
    ...(report.corrections ?? []).map(
      ({ line, column, printed, corrected, unitName }) =>
        `line ${line}, ${column}: ${printed} corrected to ${corrected} (${unitName})`,
    ),
    ...(report.changes ?? []).map(linkLine),
    ...(report.ended ?? []).map((unit) => `- ${unitLine(unit)} ends`),
    ...(report.begun ?? []).map((unit) => `+ ${unitLine(unit)} begins`),
    ...(report.changed ?? []).map(({ before, after }) => `~ ${unitLine(before)} becomes ${unitLine(after)}`),
    ...(report.counts ? [countsLine(report.counts)] : []),
    OUTCOMES[status],
  ];
}

function faultLine({ line, column, reason, remedy, place, message }: ImportFault): string {
  if (message !== undefined) return `${place}: ${message}`;
  const where = [line == null ? 'file' : `line ${line}`, column].filter(Boolean).join(', ');
  return `${where}: ${reason} – ${remedy}`;
}

function linkLine({ predecessorId, added, removed, kindChanged }: LinkChange): string {
  const parts = [
    ...added.map(({ successorId, kind }) => `+ ${successorId} ${kind ?? ''}`.trim()),
    ...removed.map(({ successorId }) => `- ${successorId}`),
    ...kindChanged.map(({ successorId, from, to }) => `${successorId} ${from ?? 'unknown'} → ${to ?? 'unknown'}`),
  ];
  return `${predecessorId}: ${parts.join('; ') || 'other main successor'}`;
}

function unitLine({ code, fullNameVi, parentFullNameVi }: NamedUnit): string {
  return `${code} ${fullNameVi}${parentFullNameVi ? ` – ${parentFullNameVi}` : ''}`;
}

function countsLine(counts: Readonly<Record<string, number | object>>): string {
  const shown = Object.entries(counts).filter(([, count]) => typeof count === 'number');
  return shown.map(([name, count]) => `${name}: ${count}`).join(', ');
}
