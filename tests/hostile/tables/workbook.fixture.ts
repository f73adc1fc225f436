import { contentTypes, override, XLSX } from '../evidence/evidence-files.fixture';
import { type ZipPart, zipFile } from '../evidence/zip-file.fixture';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell of the type text; another XML for what a test is about. */
const textCell = (text: string) => `<c t="inlineStr"><is><t>${inXml(text)}</t></is></c>`;
export const rowOf = (cells: readonly string[], row?: number) =>
  `<row${row === undefined ? '' : ` r="${row}"`}>${cells.map((cell) => (cell.startsWith('<c') ? cell : textCell(cell))).join('')}</row>`;

/** A workbook of one sheet; parts of the same name take the others' place. The style 1 is a day. */
export function workbook(sheetData: string, more: readonly ZipPart[] = []): Buffer {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(override(`${XLSX}.main+xml`, '/xl/workbook.xml')) },
    { name: '_rels/.rels', content: '<Relationships/>' },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook ${MAIN} xmlns:r="x"><sheets><sheet name="Biểu" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships><Relationship Id="rId7" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${HEAD}<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ];
  return zipFile([...parts.filter(({ name }) => !more.some((other) => other.name === name)), ...more]);
}
