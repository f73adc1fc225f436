import { readCsvRows } from './csv-rows';
import type { TableRow } from './table-row';
import { readXlsxRows } from './xlsx-rows';

const ZIP = Buffer.from('PK\u0003\u0004');

/**
 * The rows of a CSV or XLSX file, told apart by their first bytes. They come by the piece of the file that is read at
 * once, a pause for each row would cost more than to read it; whoever takes them decides how many pieces are in memory. Of
 * CSV every row comes, of a workbook those with a text.
 * @throws TableFileError where the file cannot be read whole; what came before does not hold then
 */
export function readTable(content: Uint8Array): AsyncGenerator<readonly TableRow[]> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return buffer.subarray(0, ZIP.length).equals(ZIP) ? readXlsxRows(buffer) : readCsvRows(buffer);
}
