import type { RowFilter } from '../../address/address';
import type { QuotaVerdict } from '../../data/operations.generated';
import type { Column } from '../../table/column';
import { cityOfDistrict } from './quota-cities';
import type { QuotaRow } from './quota-content';

/** A sign beside the word, so that a verdict is never told by colour alone. */
export const QUOTA_SIGNS: Readonly<Record<QuotaVerdict, string>> = { FULFILLED: '●', SHORT: '✕', UNDECIDED: '◐' };

function count(id: Column<QuotaRow>['id'], field: 'held' | 'required' | 'shortfall'): Column<QuotaRow> {
  return {
    id,
    kind: 'number',
    sortValue: (row) => row[field],
    text: (row, { formats }) => formats.count(row[field]),
  };
}

const QUOTA_COLUMNS: readonly Column<QuotaRow>[] = [
  { id: 'code', kind: 'text', sortValue: ({ code }) => code, text: ({ code }) => code },
  { id: 'name', kind: 'text', sortValue: ({ name }) => name, text: ({ name }) => name },
  {
    id: 'under',
    kind: 'text',
    sortValue: (row) => cityOfDistrict(row)?.name ?? null,
    text: (row) => cityOfDistrict(row)?.name ?? '–',
  },
  count('held', 'held'),
  count('required', 'required'),
  count('shortfall', 'shortfall'),
  {
    id: 'verdict',
    kind: 'text',
    sortValue: ({ verdict }) => verdict,
    text: ({ verdict }, { words }) => `${QUOTA_SIGNS[verdict]} ${words.quotaVerdict[verdict]}`,
  },
];

/** Quick filters of its table. */
export const QUOTA_FILTERS: Readonly<Partial<Record<RowFilter, (row: QuotaRow) => boolean>>> = {
  short: ({ shortfall }) => shortfall > 0,
  undecided: ({ verdict }) => verdict === 'UNDECIDED',
};

/** Of units that a quota rule names; what they lie in is told where they are districts. */
export function quotaColumns(rows: readonly QuotaRow[]): readonly Column<QuotaRow>[] {
  const hasDistricts = rows.some((row) => cityOfDistrict(row) !== null);
  return hasDistricts ? QUOTA_COLUMNS : QUOTA_COLUMNS.filter(({ id }) => id !== 'under');
}
