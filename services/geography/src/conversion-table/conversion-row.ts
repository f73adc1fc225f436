import type { SuccessionKind } from '../reference/reference-geography';

/** The eight columns of the office's table in their order, by the titles that its second heading row prints. */
export const COLUMNS = [
  'Tỉnh, thành phố',
  'Tên Xã mới',
  'Mã Xã mới',
  'Tên Xã cũ',
  'Mã Xã cũ',
  'Ghi chú',
  'Quận/huyện',
  'Tỉnh cũ',
] as const;

export type Column = (typeof COLUMNS)[number];

/** A cell such as "Quận Ba Đình (001)". */
export interface LabelledCode {
  readonly name: string;
  readonly code: string;
}

/**
 * One link as the table prints it, merged cells filled in, texts in NFC with single spaces.
 * `oldCode` is null where an island district became a special zone (`oldName` null too), or an area that lay in no
 * commune went into one.
 */
export interface ConversionRow {
  /** Of the file, counted from 1; the first line of a row whose cells hold line breaks. */
  readonly line: number;
  readonly newProvince: LabelledCode;
  readonly newName: string;
  readonly newCode: string;
  readonly oldName: string | null;
  readonly oldCode: string | null;
  /** What the note says; what the whole table makes of it is decided when it is applied. */
  readonly kind: SuccessionKind;
  readonly district: LabelledCode;
  readonly oldProvince: LabelledCode;
}

export type FaultCode =
  | 'CONTRADICTION'
  | 'DUPLICATE_LINK'
  | 'EMPTY_CELL'
  | 'MALFORMED'
  | 'NAME_OF_ANOTHER_UNIT'
  | 'NOT_COVERED'
  | 'TRUNCATED'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_NOTE'
  | 'UNREADABLE_CELL'
  | 'WRONG_ENCODING'
  | 'WRONG_HEADING'
  | 'WRONG_PARENT';

/** Why the table is refused. `line` is null where no single row is at fault, `column` where no single cell is. */
export interface RowFault {
  readonly code: FaultCode;
  readonly line: number | null;
  readonly column: Column | null;
  readonly reason: string;
  readonly remedy: string;
}

/** What could be read; a table with faults is never applied. */
export interface ConversionTable {
  readonly rows: readonly ConversionRow[];
  readonly faults: readonly RowFault[];
}
