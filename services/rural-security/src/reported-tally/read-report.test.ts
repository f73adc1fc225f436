import { readReport } from './read-report';
import { REQUIRED_COLUMNS } from './report-columns';

const TODAY = '2026-11-22';
const HEADING = REQUIRED_COLUMNS.join(',');
const GOOD =
  'N8,Việt Nam,,VN,,COUNTRY,2025-06-30,NTM_ADVANCED,2021-2025,2567,6084,42.4,,40,,RESULT,"counts, as printed",vietnamnet.vn';
const TABLE = `${HEADING}\n${GOOD}\n`;

const read = (text: string) => readReport(Buffer.from(text), TODAY);
const faultsOf = (text: string) =>
  read(text).faults.map(({ line, column, reason, remedy }) => `${line} ${column}: ${reason} – ${remedy}`);
const withCell = (column: (typeof REQUIRED_COLUMNS)[number], value: string) => {
  const cells = [
    'N8',
    'Việt Nam',
    '',
    'VN',
    '',
    'COUNTRY',
    '2025-06-30',
    'NTM',
    '2021-2025',
    '10',
    '20',
    '50',
    '',
    '',
    '',
    'RESULT',
    '',
    'báo',
  ];
  cells[REQUIRED_COLUMNS.indexOf(column)] = value;
  return `${HEADING}\n${cells.join(',')}\n`;
};

describe('a table of reported figures', () => {
  it.each([
    ['with LF', TABLE],
    ['with CR LF', TABLE.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${TABLE}`],
    ['without a line end behind the last row', TABLE.trimEnd()],
    ['in decomposed letters', TABLE.normalize('NFD')],
  ])('%s reads the same', (_, text) => {
    expect(read(text)).toEqual(read(TABLE));
    expect(read(text).faults).toEqual([]);
    expect(read(text).entries).toEqual([
      expect.objectContaining({ reference: 'N8', place: 'Việt Nam', met: 2_567, total: 6_084, printedPercent: '42.4' }),
    ]);
  });

  it('keeps decimals as they were printed', () => {
    expect(read(withCell('printed_percent', '50.00')).entries[0]?.printedPercent).toBe('50.00');
  });

  it('reads population and parts from their columns, and from the note where there are none', () => {
    const note = 'communes; parts printed 4 + 6';
    expect(read(withCell('note', note)).entries[0]).toMatchObject({
      population: 'communes',
      populationKinds: ['RURAL_COMMUNE'],
      parts: [4, 6],
      year: 2025,
      origin: 'PUBLISHED',
    });
    const wide = withCell('note', note).replace(HEADING, `${HEADING},population,parts,year,origin`);
    expect(read(wide.replace(/báo\n$/, 'báo,wards,1 + 2 + 3,2024,REPORTED\n')).entries[0]).toMatchObject({
      population: 'wards',
      parts: [1, 2, 3],
      year: 2024,
      origin: 'REPORTED',
    });
  });

  it('takes more than all of a quota, and of nothing else', () => {
    const more = withCell('met', '172').replace(',20,50,', ',106,,');
    expect(faultsOf(more)).toEqual(['2 met: 172 of 106: more than all – check both numbers against the source']);
    expect(faultsOf(more.replace(',NTM,', ',MODEL_WARD_REGISTERED,'))).toEqual([]);
  });
});

describe('a bad table is named by line and column, with what to do', () => {
  it.each([
    ['as_of', '2023-02-29', '2 as_of: "2023-02-29" is no day of the calendar – write it as 2023-02-28'],
    ['as_of', '30/06/2025', '2 as_of: "30/06/2025" is no day of the calendar – write it as 2023-02-28'],
    ['as_of', '2027-01-01', '2 as_of: 2027-01-01 is still to come – a result has come; what is to come is a PLAN'],
    ['printed_percent', '"42,4"', '2 printed_percent: "42,4" is no percentage – write it with a point: 42.4'],
    ['printed_percent', '142.4', '2 printed_percent: "142.4" is more than 100 – check it against the source'],
    ['met', '1.234', '2 met: "1.234" is no whole number – write it without separators of thousands'],
    ['met', '-1', '2 met: "-1" is no whole number – write 0 or more'],
    ['met', '', '2 met: empty – write how many; a row without a number says nothing'],
    ['kind', 'Result', '2 kind: "Result" is not known – write PLAN or RESULT'],
    [
      'level',
      'XÃ',
      '2 level: "XÃ" is not known – write COUNTRY or PROVINCE or DISTRICT or COMMUNE or WARD or TOWNSHIP',
    ],
    ['source', '', '2 source: empty – say where it was printed, or who reported it'],
    ['note', '=HYPERLINK(1)', '2 note: "=HYPERLINK(1)" is a formula – write its value'],
  ] as const)('%s "%s"', (column, value, fault) => {
    expect(faultsOf(withCell(column, value))).toContain(fault);
  });

  it('where an id comes twice, by both lines', () => {
    expect(faultsOf(`${TABLE}${GOOD}\n`)).toEqual([
      '3 id: "N8" is the id of line 2 too – give each row an id of its own',
    ]);
  });

  it('where cells are separated by ";"', () => {
    expect(faultsOf(TABLE.replaceAll(',', ';'))).toEqual([
      expect.stringMatching(/^1 null: the cells are separated by ";"/),
    ]);
  });

  it('where an unquoted decimal comma moves the cells', () => {
    expect(faultsOf(TABLE.replace('42.4', '42,4'))).toEqual([
      '2 null: 19 cells where the first line has 18 – put cells with a comma into quotes, write decimals with a point, leave no cell out',
    ]);
  });

  it.each([60, 100, 120])('where the file is cut off %d bytes before its end', (bytes) => {
    const long = `${TABLE}${GOOD.replace('N8', 'N9')}`;
    expect(faultsOf(Buffer.from(long).subarray(0, -bytes).toString())[0]).toMatch(/^3 .*(ends within)/);
  });

  it.each([
    [
      'missing',
      TABLE.replace('as_of', 'ngày'),
      ['1 as_of: the column is missing – add it, also if empty', expect.stringContaining('1 ngày: no such column')],
    ],
    [
      'there twice',
      TABLE.replace('note', 'id'),
      [expect.stringContaining('1 note: the column is missing'), '1 id: the column is there twice – leave one of them'],
    ],
  ])('where a column is %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    ['Latin bytes', Buffer.concat([Buffer.from(TABLE), Buffer.of(0xe9, 0x0a)]), /^3 null: the bytes are not UTF-8/],
    ['UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), /^1 null: the file is UTF-16/],
    ['a workbook', Buffer.from('PK\u0003\u0004'), /Excel workbook/],
    ['no bytes', Buffer.of(), /^1 null: the file is empty/],
    ['its first line alone', Buffer.from(`${HEADING}\n`), /no rows below its first line/],
    [
      'a quote that stays open',
      Buffer.from(TABLE.replace('printed"', 'printed')),
      /^2 null: a quote opened in this row is never closed/,
    ],
  ])('%s', (_, bytes, fault) => {
    const { entries, faults } = readReport(bytes, TODAY);
    expect(entries).toEqual([]);
    expect(faults.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
      expect.stringMatching(fault),
    ]);
  });
});
