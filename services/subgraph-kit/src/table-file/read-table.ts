import { readCsvRows } from './csv-rows';
import type { TableRow } from './table-row';
import { readXlsxRows } from './xlsx-rows';

const ZIP = Buffer.from('PK\u0003\u0004');

/**
 * The rows of a CSV or XLSX file, told apart by their first bytes. They come one by one: whoever takes them decides how
 * many are in memory. Of CSV every row comes, of a workbook those with a text.
 * @throws TableFileError where the file cannot be read whole; what came before does not hold then
 */
export function readTable(content: Uint8Array): AsyncGenerator<TableRow> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return buffer.subarray(0, ZIP.length).equals(ZIP) ? readXlsxRows(buffer) : readCsvRows(buffer);
}
