import type { RowFilter } from '../../address/address';
import type { View } from '../../page/view';
import type { Column } from '../../table/column';
import { NAME_COLUMNS } from '../name-columns';
import type { WardRow } from './wards-content';

type Score = { readonly met: number; readonly asked: number } | null;

function score(id: Column<WardRow>['id'], read: (row: WardRow) => Score): Column<WardRow> {
  return {
    id,
    kind: 'number',
    sortValue: (row) => read(row)?.met ?? null,
    text: (row) => {
      const said = read(row);
      return said ? `${said.met}/${said.asked}` : '–';
    },
  };
}

/** The state in words; a recognition names its year. */
export function wardStateText(
  { words }: Pick<View, 'words'>,
  { state, recognition }: Pick<WardRow['modelWard'], 'state' | 'recognition'>,
): string {
  const isRecognised = state === 'RECOGNISED' || state === 'RE_RECOGNISED';
  return isRecognised && recognition ? words.wards.recognised[state](recognition.year) : words.wardState[state];
}

/** Of wards whose police takes part. */
export const WARD_COLUMNS: readonly Column<WardRow>[] = [
  ...NAME_COLUMNS,
  {
    id: 'state',
    kind: 'text',
    sortValue: ({ modelWard }) => modelWard.state,
    text: ({ modelWard }, view) => wardStateText(view, modelWard),
  },
  score('selfScored', ({ modelWard }) => modelWard.selfScore),
  score('appraised', ({ modelWard }) => modelWard.appraisedScore),
  {
    id: 'counts',
    kind: 'text',
    sortValue: ({ counting }) => (counting === null ? null : String(counting.counts)),
    text: ({ counting }, { words }) => {
      if (counting === null) return '–';
      if (counting.counts) return `●\u00a0${words.wards.counts}`;
      return `✕\u00a0${counting.reason ? words.quotaReason[counting.reason] : words.wards.notCounted}`;
    },
  },
];

/** Quick filters of its table. */
export const WARD_FILTERS: Readonly<Partial<Record<RowFilter, (row: WardRow) => boolean>>> = {
  'not-counted': ({ counting }) => counting?.counts === false,
};
