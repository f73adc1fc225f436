import { readOfficeDocument } from '../evidence/office-document';
import { readZipEntries } from '../evidence/zip-entries';
import { SheetCells } from './sheet-cells';
import { TableFileError, type TableRow } from './table-row';
import { openWorkbook, scanInSteps } from './workbook';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The rows of the first sheet of a workbook, one piece of the sheet in memory at a time; rows without a text are left out.
 * A formula, an error and a link to another file are faults: nobody here can say what their values rest on.
 * @throws TableFileError for what is no workbook, holds macros, links elsewhere, or unpacks to more than it may
 */
export async function* readXlsxRows(content: Buffer): AsyncGenerator<readonly TableRow[]> {
  const document = await readOfficeDocument(content);
  if ('fault' in document) throw new TableFileError(codeOf(document.fault), document.fault);
  const entries = readZipEntries(content) ?? [];
  if (document.type !== SPREADSHEET)
    throw new TableFileError('NOT_A_TABLE', 'it is a document of Word; send .xlsx or CSV');
  const workbook = await openWorkbook(entries);
  const cells = new SheetCells(workbook);
  for await (const _ of scanInSteps(workbook.sheet, cells)) yield cells.rows.splice(0);
  yield cells.rows.splice(0);
  if (workbook.externalLinks.length > 0) {
    throw new TableFileError(
      'EXTERNAL_LINK',
      `the workbook takes values from ${workbook.externalLinks.join(', ').slice(0, 200)}; break the links (Data, Edit Links, Break Link) and save it`,
    );
  }
}

function codeOf(fault: string): TableFileError['code'] {
  return fault.includes('limit') ? 'TOO_LARGE' : 'NOT_A_TABLE';
}
