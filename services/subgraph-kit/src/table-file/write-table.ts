import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** A sheet of texts: codes keep their zeros, and nothing in it is ever computed. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[];
  /** Rows above the entries, which stay in sight. */
  readonly headingRows: number;
}

const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets take a text that begins so for a formula, also in a CSV. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

/** CSV as spreadsheets in Vietnam open it: UTF-8 with a byte order mark; texts like formulas have ' before them. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(csvCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = LIKE_FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A workbook whose cells are all of the type text. */
export function writeXlsx(sheets: readonly TextSheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, rows, widths, headingRows }) => ({
      data: rows.map((cells, index) => textCells(cells, index < headingRows)),
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headingRows,
    })),
  ).toBuffer();
}

function textCells(cells: readonly string[], isHeading: boolean): SheetData[number] {
  return cells.map((value) =>
    value === ''
      ? null
      : { type: String, value, format: '@', wrap: true, ...(isHeading && { fontWeight: 'bold' as const }) },
  );
}
