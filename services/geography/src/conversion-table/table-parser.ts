import { type CsvRecord, readCsvRecords } from '@tieuchi/subgraph-kit';
import type { ConversionRow, ConversionTable, RowFault } from './conversion-row';
import { RowReader } from './row-reader';
import { findHeadingFaults } from './table-heading';

/**
 * Reads the statistics office's conversion table: two heading rows, then one link in each row; merged cells are empty
 * and repeat the row above, rows with a province alone begin its part.
 *
 * @param text decoded, with either kind of line ends.
 * @returns the rows that could be read, and a fault for each cell that could not. A faulty heading or quote ends the
 *   reading.
 */
export function parseConversionTable(text: string): ConversionTable {
  const { records, fault } = readCsvRecords(text);
  if (fault !== null) return { rows: [], faults: [fault] };
  const headingFaults = findHeadingFaults(records);
  if (headingFaults.length > 0) return { rows: [], faults: headingFaults };

  const reader = new RowReader();
  const rows: ConversionRow[] = [];
  const faults: RowFault[] = [];
  for (const record of records.slice(2)) {
    const result = reader.read(record);
    if (Array.isArray(result)) faults.push(...markCut(result, record, records, text));
    else if (result !== null) rows.push(result);
  }
  return { rows, faults };
}

/** A fault of the last row, without a line end behind it, is the place where the file was cut off. */
function markCut(faults: RowFault[], record: CsvRecord, records: readonly CsvRecord[], text: string): RowFault[] {
  if (record !== records.at(-1) || /[\r\n]$/.test(text)) return faults;
  return faults.map((fault) => ({
    ...fault,
    code: 'TRUNCATED',
    reason: `the file ends within its last row: ${fault.reason}`,
    remedy: 'import the complete file',
  }));
}
