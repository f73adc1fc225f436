/** Why bytes are no table, whatever the table is about: where it begins, and what to do. */
export interface TableFault {
  readonly code: 'MALFORMED' | 'TRUNCATED' | 'WRONG_ENCODING';
  /** Of the file, counted from 1. */
  readonly line: number;
  /** No single cell is at fault. */
  readonly column: null;
  readonly reason: string;
  readonly remedy: string;
}
