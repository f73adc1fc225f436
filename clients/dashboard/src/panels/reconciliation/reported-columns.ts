import type { RowFilter } from '../../address/address';
import type { View } from '../../page/view';
import type { Column } from '../../table/column';
import type { ReportedRow } from './reconciliation-content';

/** As printed: "112/119", or the number alone where no total was. */
function printedText({ met, total }: ReportedRow, { formats }: Pick<View, 'formats'>): string {
  return total === null ? formats.count(met) : `${formats.count(met)}/${formats.count(total)}`;
}

/** "trên 94%": with its decimals and its word, as it was printed. */
function printedPercentText({ printedPercent, printedQualifier }: ReportedRow, { formats }: Pick<View, 'formats'>) {
  const qualifier = printedQualifier === null ? '' : `${printedQualifier} `;
  return printedPercent === null ? '–' : `${qualifier}${formats.asPrinted(printedPercent)}%`;
}

/** What the comparison says, in a label. */
export function outcomeText(
  { reconciliation }: ReportedRow,
  { words, formats }: Pick<View, 'words' | 'formats'>,
): string {
  const { outcome, differenceMet } = reconciliation;
  if (outcome !== 'DIFFERS' || differenceMet === null) return words.outcome[outcome];
  return words.reconciliation.differs(formats.asPrinted(String(differenceMet)));
}

/** Of printed and reported figures. */
export const REPORTED_COLUMNS: readonly Column<ReportedRow>[] = [
  { id: 'name', kind: 'text', sortValue: ({ name }) => name, text: ({ name }) => name },
  {
    id: 'indicator',
    kind: 'text',
    sortValue: ({ indicator }) => indicator.title,
    text: ({ indicator }) => indicator.title,
  },
  { id: 'asOf', kind: 'text', sortValue: ({ asOf }) => asOf, text: ({ asOf }, { formats }) => formats.day(asOf) },
  { id: 'kind', kind: 'text', sortValue: ({ kind }) => kind, text: ({ kind }, { words }) => words.reportedKind[kind] },
  {
    id: 'source',
    kind: 'text',
    sortValue: ({ origin }) => origin,
    text: ({ origin }, { words }) => words.origin[origin],
  },
  { id: 'printed', kind: 'number', sortValue: ({ met }) => met, text: printedText },
  {
    id: 'printedPercent',
    kind: 'number',
    sortValue: ({ printedPercent }) => (printedPercent === null ? null : Number(printedPercent)),
    text: printedPercentText,
  },
  {
    id: 'computedPercent',
    kind: 'number',
    sortValue: ({ computedPercent }) => (computedPercent === null ? null : Number(computedPercent)),
    text: ({ computedPercent }, { formats }) => formats.percent(computedPercent),
  },
  {
    id: 'flags',
    kind: 'text',
    sortValue: ({ flags }) => flags[0] ?? null,
    text: ({ flags }, { words }) => flags.map((flag) => words.reportedFlag[flag]).join('; ') || '–',
  },
  {
    id: 'outcome',
    kind: 'text',
    sortValue: ({ reconciliation }) => reconciliation.outcome,
    text: outcomeText,
  },
];

/** Quick filters of its table. A plan is no oddity. */
export const REPORTED_FILTERS: Readonly<Partial<Record<RowFilter, (row: ReportedRow) => boolean>>> = {
  flagged: ({ flags }) => flags.some((flag) => flag !== 'PLAN' && flag !== 'COUNTED_ONLY'),
};
