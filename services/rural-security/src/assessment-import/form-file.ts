import { readTable, type TableRow } from '@tieuchi/subgraph-kit';

/** A file that is known to be readable to its end. */
export interface FormFile {
  readonly rowsTotal: number;
  /** Its rows from the first, a piece of the file at a time, as often as they are asked for. */
  pieces(): Iterable<readonly TableRow[]> | AsyncIterable<readonly TableRow[]>;
}

/** What is kept for the second time: forms of the whole country have 1 million, a longer file is read anew. */
const KEPT_CHARACTERS = 2_000_000;

/**
 * Reads a file to its end, so that one that cannot be read whole does nothing at all.
 * @throws TableFileError
 */
export async function readFormFile(content: Uint8Array): Promise<FormFile> {
  let kept: (readonly TableRow[])[] | null = content.length > KEPT_CHARACTERS ? null : [];
  let characters = 0;
  let rowsTotal = 0;
  for await (const rows of readTable(content)) {
    rowsTotal += rows.length;
    kept?.push(rows);
    characters += rows.reduce((sum, row) => sum + sizeOf(row), 0);
    if (characters > KEPT_CHARACTERS) kept = null;
  }
  return { rowsTotal, pieces: () => kept ?? readTable(content) };
}

/** An empty cell takes room as well. */
function sizeOf({ cells, faults }: TableRow): number {
  return cells.reduce((sum, cell) => sum + cell.length + 1, faults.length * 100);
}
