/** Why a cell, or the file as a whole, cannot be taken as a table. */
export type TableFaultCode =
  | 'CELL_ERROR'
  | 'EXTERNAL_LINK'
  | 'FORMULA'
  | 'LOST_CHARACTERS'
  | 'MALFORMED'
  | 'NOT_A_TABLE'
  | 'OUTSIDE_OF_TABLE'
  | 'TOO_LARGE'
  | 'WRONG_ENCODING';

export interface CellFault {
  /** Counted from 0. */
  readonly place: number;
  readonly code: TableFaultCode;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** A row as it stands in the file: texts, trimmed and in NFC, empty where nothing is; days as YYYY-MM-DD. */
export interface TableRow {
  /** As spreadsheets count: from 1, rows that are empty included. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
}

/** The file is no table that can be read, or not a whole one; nothing that was read of it holds. */
export class TableFileError extends Error {
  override name = 'TableFileError';

  /** @param row null where no single row is at fault */
  constructor(
    readonly code: TableFaultCode,
    message: string,
    readonly row: number | null = null,
  ) {
    super(message);
  }
}

/** No form of ours is wider; a stray cell far to the right must not make every row as long. */
export const COLUMNS_LIMIT = 200;

/** Most cells of a form: codes, days, numbers of papers, results. */
const TIDY = /^[!-~Đ–]*$/;
const MARKS = /[\u200b\ufeff]/g;

/** Spaces of every kind are one space: a cell that was pasted from Word or a web page holds others. */
export function tidyCell(text: string): string {
  return TIDY.test(text) ? text : text.normalize('NFC').replace(MARKS, '').replace(/\s+/gu, ' ').trim();
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetters(Math.floor(place / 26) - 1) + last;
}
