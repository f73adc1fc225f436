/** How the answer of an operation becomes a table. Paths are names with dots between them, from a row of it. */
export interface ExportLayout {
  readonly document: string;
  /** Where the rows lie in the answer; where beside them `pageInfo` stands, all pages are asked. */
  readonly rows: string;
  /** What names a row: files of some rows, in an order, are asked by it. */
  readonly key?: string;
  /** What a row must have; rows without it are left out. */
  readonly has?: string;
  /** Where a row, or with `$.` the answer, says where its figures come from; left out where it does not. */
  readonly origin?: string;
  readonly columns: readonly ExportColumn[];
}

export interface ExportColumn {
  readonly heading: string;
  /** A path; `#` is the number of the row. With `each`, a path from an element. */
  readonly value: string;
  /** A list in the row, each element of which is a column of its own: its heading ends in the element's number. */
  readonly each?: string;
  /** With `each`: where an element says its number. */
  readonly number?: string;
  /** What is printed for each value; others are printed as they are. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface Exports {
  /** Words for where figures come from. */
  readonly origins: Readonly<Record<string, string>>;
  /** By the name under which each is asked for. */
  readonly layouts: Readonly<Record<string, ExportLayout>>;
}
