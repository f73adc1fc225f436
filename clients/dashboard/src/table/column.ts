import type { View } from '../page/view';
import type { Words } from '../words/vi';

/** What a cell is sorted by; null stands last, whatever the direction. */
type SortValue = string | number | null;

/** A column of a table, the same for the screen and for the order of its files. */
export interface Column<Row> {
  /** As it stands in the address, and under which its heading stands among the words. */
  readonly id: keyof Words['columns'];
  readonly kind: 'text' | 'number';
  /** Shown where the table stands alone, not beside a picture. */
  readonly isDetail?: boolean;
  sortValue(row: Row): SortValue;
  text(row: Row, view: View): string;
}

/** What every row has: where it leads, and what it is found by. */
export interface Named {
  /** Where codes are of several maps, and may stand for two units. */
  readonly id?: string;
  readonly code: string;
  readonly fullName: string;
}
