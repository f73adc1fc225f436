import readXlsxFile from 'read-excel-file/node';
import { readTable } from './read-table';
import type { TableRow } from './table-row';
import { writeCsv, writeXlsx } from './write-table';

const rowsOf = async (content: Uint8Array): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const piece of readTable(content)) rows.push(...piece);
  return rows;
};
const cellsOf = async (content: string | Uint8Array) => (await rowsOf(Buffer.from(content))).map(({ cells }) => cells);

const TEXTS = [
  ['Mã', 'Xã', 'Lý do chưa đạt'],
  ['00004', 'Xã Phù Đổng', '=1+1'],
  ['00008', 'a "b"; c, d', '-5 vụ & <tăng>'],
  ['', '', '@x', 'Đ'],
];

describe('a table that is written and read again', () => {
  it('is the same as CSV, whatever its texts begin with', async () => {
    expect(await cellsOf(writeCsv(TEXTS))).toEqual(TEXTS);
  });

  it('is the same as a workbook, whatever its texts begin with', async () => {
    const sheet = { name: 'Biểu', rows: TEXTS, widths: [8, 30, 40], headingRows: 1 };
    expect(await cellsOf(await writeXlsx([sheet]))).toEqual(TEXTS);
  });

  it('never begins a cell of a CSV as a formula does', () => {
    expect(writeCsv(TEXTS)).toBe(
      '\uFEFFMã,Xã,Lý do chưa đạt\r\n00004,Xã Phù Đổng,\'=1+1\r\n00008,"a ""b""; c, d",\'-5 vụ & <tăng>\r\n,,\'@x,Đ\r\n',
    );
  });

  it('is read from a workbook as another reader of workbooks reads it', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [
      `0${row}`,
      `Xã ${row}`,
      row % 7 === 0 ? '' : `lý do ${row}`,
      '·',
    ]);
    const file = await writeXlsx([{ name: 'Biểu', rows, widths: [], headingRows: 0 }]);
    const sheets = (await readXlsxFile(file)) as unknown as { data: (string | null)[][] }[];
    expect(await cellsOf(file)).toEqual(sheets[0]?.data.map((cells) => cells.map((text) => text ?? '')));
  });
});

describe('a CSV', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons, as spreadsheets write them where the comma is decimal', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['line ends of Windows', 'a,b\r\n1,2\r\n'],
    ['no line end at the end', 'a,b\n1,2'],
    ['spaces that are none', 'a,\u00a0b\u200b\n1,2 \n'],
  ])('reads with %s', async (_what, text) => {
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('counts rows as spreadsheets do: empty ones and line breaks in cells included', async () => {
    const rows = await rowsOf(Buffer.from('a,b\n\n"1\n2",3\nx,y\n'));
    expect(rows.map(({ row, cells }) => [row, cells.join('|')])).toEqual([
      [1, 'a|b'],
      [2, ''],
      [3, '1 2|3'],
      [4, 'x|y'],
    ]);
  });

  it('joins letters and marks that were written apart', async () => {
    expect(await cellsOf('Đạt'.normalize('NFD'))).toEqual([['Đạt']]);
  });

  it('names a cell that begins as a formula does, and takes the one with an inverted comma for a text', async () => {
    const [row] = await rowsOf(Buffer.from("a,=SUM(A1),'=SUM(A1)\n"));
    expect(row).toMatchObject({ cells: ['a', '=SUM(A1)', '=SUM(A1)'], faults: [{ place: 1, code: 'FORMULA' }] });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'NOT_A_TABLE'],
    ['UTF-16', Buffer.from('\uFEFFa,b', 'utf16le'), 'WRONG_ENCODING'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'NOT_A_TABLE'],
    ['bytes that are no text', Buffer.from('a,b\nc\0'), 'NOT_A_TABLE'],
    ['an inverted comma that does not close', Buffer.from('a,b\n"c,d\n'), 'MALFORMED'],
    ['Windows-1258', Buffer.from([0x58, 0xe3, 0x2c, 0x0a, 0x48, 0x75, 0x79, 0xea, 0xf2, 0x6e]), 'WRONG_ENCODING'],
  ])('is refused by name: %s', async (_what, content, code) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ name: 'TableFileError', code });
  });
});
