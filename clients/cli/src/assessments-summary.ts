import { type ImportStatus, OUTCOMES } from './import-summary';

/** What the server says of a file of assessments. */
export interface AssessmentsOutcome {
  readonly status: ImportStatus;
  readonly jobId: string | null;
  readonly report: {
    readonly origin: 'RECORDED' | 'SYNTHETIC' | null;
    readonly rows: number;
    readonly taken: number;
    readonly unchanged: number;
    readonly passedOver: readonly number[];
    readonly understood: readonly { cell: string; as: string; count: number }[];
    readonly faultCount: number;
    readonly faults: readonly { row: number | null; column: string | null; code: string; message: string }[];
    readonly flipCount: number;
    readonly flips: readonly {
      row: number;
      unitCode: string;
      unitName: string;
      of: string;
      before: string;
      after: string;
    }[];
    readonly removedCount: number;
    readonly removed: readonly {
      row: number;
      unitCode: string;
      unitName: string;
      of: string;
      items: readonly number[];
      was: string;
    }[];
  };
}

function wasDone(status: ImportStatus): boolean {
  return status === 'APPLIED' || status === 'UNCHANGED';
}

/** What was not done is said as what would be. */
function countsLine(status: ImportStatus, report: AssessmentsOutcome['report']): string {
  const isDone = wasDone(status);
  const { rows, taken, unchanged, removedCount, faultCount } = report;
  const lost =
    removedCount === 0 ? '' : `, reasons and papers ${isDone ? 'lost' : 'that would be lost'}: ${removedCount}`;
  return `rows: ${rows}, ${isDone ? 'taken' : 'would be taken'}: ${taken}, unchanged: ${unchanged}${lost}, faults: ${faultCount}`;
}

/** A line for each fault with its place, and for each verdict that flips; then how it was understood, and the outcome. */
export function summariseAssessments({ status, jobId, report }: AssessmentsOutcome): string[] {
  const { faults, flips, removed, understood, passedOver } = report;
  const isDone = wasDone(status);
  const spelt = understood.map(({ cell, as, count }) => `"${cell}" ${as} (${count})`).join(', ');
  return [
    ...(report.origin === 'SYNTHETIC' ? ['[MÔ PHỎNG]'] : []),
    ...faults.map(({ row, column, code, message }) => {
      const place = [row === null ? 'file' : `row ${row}`, column].filter((part) => part !== null).join(', ');
      return `${place}: ${code} – ${message}`;
    }),
    ...more(report.faultCount - faults.length, 'faults'),
    ...flips.map(({ row, unitCode, unitName, of, before, after }) => {
      const what = of === 'VERDICT' ? '' : ' (self-assessed)';
      return `row ${row}: ${unitCode} ${unitName} ${isDone ? '' : 'would go '}${before} → ${after}${what}`;
    }),
    ...more(report.flipCount - flips.length, 'verdicts'),
    ...removed.map(({ row, unitCode, unitName, of, items, was }) => {
      const contents = items.map((number) => `ND${number}`).join(', ');
      return `row ${row}: ${unitCode} ${unitName} ${isDone ? 'loses' : 'would lose'} the ${of === 'PAPER' ? 'paper' : 'reason'} of ${contents}: ${was}`;
    }),
    ...more(report.removedCount - removed.length, 'reasons and papers lost'),
    ...(spelt === '' ? [] : [`Understood: ${spelt}`]),
    ...(passedOver.length === 0 ? [] : [`Rows without a unit, passed over: ${passedOver.join(', ')}`]),
    countsLine(status, report),
    jobId === null ? OUTCOMES[status] : `${OUTCOMES[status]} Job ${jobId}.`,
  ];
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`… and ${count} more ${what}`] : [];
}
