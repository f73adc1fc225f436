import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeTable, TableEncodingError } from '@tieuchi/subgraph-kit';
import fc from 'fast-check';
import { buildReferenceGeography } from '../reference/build-reference-geography';
import type { ReferenceGeography, SuccessionLink } from '../reference/reference-geography';
import { findValidityFaults } from '../reference/validity';
import { applyConversionTable, importConversionTable } from './conversion';
import type { ConversionRow } from './conversion-row';
import { parseConversionTable } from './table-parser';

const FOLDER = process.env.TIEUCHI_REFERENCE ?? join(__dirname, '../../../../../shared/reference');
const FULL_TABLE = join(FOLDER, 'geography/nso-conversion-table-2025-07-01.csv');

const HEADING = `Đơn vị hành chính từ ngày 01/7/2025,,,Đơn vị hành chính trước ngày 01/7/2025,,,,,
"Tỉnh, thành phố",Tên Xã mới,Mã Xã mới,Tên Xã cũ,Mã Xã cũ,Ghi chú,Quận/huyện,Tỉnh cũ,
`;

/** Rows as the office prints them: slips, stray spaces, line breaks in cells, every kind of note. */
const EXCERPT = `${HEADING}THÀNH PHỐ HÀ NỘI  ,,,,,,,,
Thành phố Hà Nội (01),Xã Phù Đổng,00541,Xã Đặng Xá,00556,Nhập một phần diện tích,Huyện Gia Lâm (018),Thành phố Hà Nội (01),
Thành phố Hà Nội (01),Xã Thuận An,00562,Xã Đặng Xá,00553,"Nhập một phần diện tích, toàn bộ dân số",Huyện Gia Lâm (018),Thành phố Hà Nội (01),
Thành phố Hà Nội (01),Xã Phù Đổng,00541,Xã Cổ Bi,00553,Nhập một phần,Huyện Gia Lâm (018),Thành phố Hà Nội (01),
Thành phố Hà Nội (01),Xã Gia Lâm,00565,Xã Cổ Bi,00553,Nhâp một  phần ,Huyện Gia Lâm (018),Thành phố Hà Nội (01),
CAO BẰNG,,,,,,,,
Tỉnh Cao Bằng (04),Xã Bế Văn Đàn,01636,Xã Hồng Quang,01615,Nhập toàn bộ,Huyện Quảng Hòa (049),Tỉnh Cao Bằng (04),
Tỉnh Cao Bằng (04),Xã Phục Hòa,01648,Xã Mỹ Hưng,01615,Nhập toàn bộ,Huyện Quảng Hòa (049),Tỉnh Cao Bằng (04),
,,,Thị trấn Hòa Thuận,01648,Nhập toàn bộ,,,
TUYÊN QUANG,,,,,,,,
Tỉnh Tuyên Quang (08),Xã Trung Sơn,02458,Xã Công Đa,02485,Nhập toàn bộ,Huyện Yên Sơn (075),Tỉnh Tuyên Quang (08),
Tỉnh Tuyên Quang (08),Xã Thái Bình,02494,Xã Phú Thịnh,02485,Nhập toàn bộ,Huyện Yên Sơn (075),Tỉnh Tuyên Quang (08),
Tỉnh Tuyên Quang (08),Xã Thuận Hòa,00922,Xã Thuận Hòa,00922,Giữ nguyên ,Huyện Vị Xuyên (030),Tỉnh Hà Giang (02),
QUẢNG NINH,,,,,,,,
Tỉnh Quảng Ninh (22),Xã Hải Hòa,06799,Xã Hải Hòa,06799,Nhập một phần diện tích,Thành phố Cẩm Phả (195),Tỉnh Quảng Ninh (22),
Tỉnh Quảng Ninh (22),Xã Hải Lạng,06886,Xã Hải Hòa,06799,"Nhập một phần diện tích, toàn bộ dân số",Thành phố Cẩm Phả (195),Tỉnh Quảng Ninh (22),
Tỉnh Quảng Ninh (22),Xã Ba Chẽ,06970,Thị trấn Ba Chẽ,06970,Nhập toàn bộ,Huyện Ba Chẽ (202),Tỉnh Quảng Ninh (22),
,,,Xã Thanh Sơn,06973,Nhập toàn bộ,,,
THÀNH PHỐ HẢI PHÒNG,,,,,,,,
Thành phố Hải Phòng (31),Đặc khu Bạch Long Vĩ,11948,,,Sắp xếp toàn bộ huyện Bạch Long Vĩ thành đặc khu Bạch Long Vĩ,Huyện Bạch Long Vĩ (318),Thành phố Hải Phòng (31),
NINH BÌNH,,,,,,,,
Tỉnh Ninh Bình (37),Xã Kim Đông,14698,Xã Kim Trung,14695,Nhập toàn bộ,Huyện Kim Sơn (376),Tỉnh Ninh Bình (37),
Tỉnh Ninh Bình (37),Xã Kim Đông,14698,Xã Kim Đông,14698,Nhập toàn bộ,Huyện Kim Sơn (376),Tỉnh Ninh Bình (37),
Tỉnh Ninh Bình (37),"Xã Kim Đông
",14698,Khu vực bãi bồi ven biển do huyện Kim Sơn quản lý,,Nhập toàn bộ,Huyện Kim Sơn (376),Tỉnh Ninh Bình (37),
THANH HÓA,,,,,,,,
Tỉnh Thanh Hóa (38),Xã Mường Lát,14845,Thị trấn Mường Lát,14845,Đổi loại hình,Huyện Mường Lát (384),Tỉnh Thanh Hóa (38),
HÀ TĨNH,,,,,,,,
Tỉnh Hà Tĩnh (42),Phường Sông Trí,18754,Xã Kỳ Lợi,18796,Nhập một phần dân số,Thị Xã Kỳ Anh (449),Tỉnh Hà Tĩnh (42),
Tỉnh Hà Tĩnh (42),Phường Vũng Áng,18823,Xã Kỳ Lợi,18796,Nhập toàn bộ diện tích,Thị xã Kỳ Anh (449),Tỉnh Hà Tĩnh (42),
QUẢNG TRỊ,,,,,,,,
Tỉnh Quảng Trị (44),Đặc khu Cồn Cỏ,19742,,,Sắp xếp toàn bộ huyện Cồn Cỏ thành đặc khu Cồn Cỏ,Huyện Cồn Cỏ (471),Quảng Trị (44),
GIA LAI,,,,,,,,
Tỉnh Gia Lai (52),Xã Canh Liên,21997,Xã Canh Liên,21997,Phần còn lại sau khi tách một phần vào xã Canh Vinh,Huyện Vân Canh (551),Tỉnh Bình Định (52),
Tỉnh Gia Lai (52),Xã Canh Vinh,22006,Xã Canh Liên,21997,Nhập một phần,Huyện Vân Canh (551),Tỉnh Bình Định (52),
Tỉnh Đắk Lắk (66),Xã Buôn Đôn,24235,Xã Krông Na,24235,Đổi tên,Huyện Buôn Đôn (647),Tỉnh Đắk Lắk (66),
Tỉnh Tây Ninh (80),Phường Long An,27694, Phường 4 ,27691,Nhập toàn bộ,Thành phố Tân An (794),Tỉnh Tiền Giang (82),
Tỉnh An Giang (91),Xã Tiên Hải,30781,Xã Tiên Hải,30781,Giữ nguyên,Thành phố Hà Tiên (900),Tỉnh An Giang (89),
Tỉnh An Giang (91),Đặc khu Thổ Châu,31105,Xã Thổ Châu,31105,Sắp xếp toàn bộ xã Thổ Châu thành đặc khu Thổ Châu,Thành phố Phú Quốc (911),Tỉnh Kiên Giang (91),
`;
const EXCERPT_LINKS = 28;

const country = buildReferenceGeography();
const excerptTable = parseConversionTable(EXCERPT);
const geography = restrict(country, excerptTable.rows);
const convert = (text: string) => applyConversionTable(geography, parseConversionTable(text), EXCERPT_LINKS);

/** The geography with only those communes, and those special zones, that the rows name. */
function restrict(whole: ReferenceGeography, rows: readonly ConversionRow[]): ReferenceGeography {
  const kept = new Set([...rows.map((row) => `C-${row.newCode}-20250701`), ...rows.map((row) => `C-${row.oldCode}`)]);
  for (const id of ['C-00556', 'C-01651', 'C-02482', 'C-06978-20250701']) kept.add(id);
  const isKept = (id: string) => !id.startsWith('C-') || kept.has(id);
  return {
    ...whole,
    units: whole.units.filter(({ id }) => isKept(id)),
    versions: whole.versions.filter(({ unitId }) => isKept(unitId)),
    links: whole.links.filter(({ predecessorId, successorId }) => isKept(predecessorId) && isKept(successorId)),
  };
}

function linksOf({ links }: ReferenceGeography, predecessorId: string): unknown[] {
  const own = links.filter((link) => link.predecessorId === predecessorId);
  return own.map(({ successorId, kind, isMain }) => `${successorId} ${kind}${isMain ? ' main' : ''}`);
}

/** The excerpt with one line, found by a part of it, replaced. */
function change(part: string, replacement: string): string {
  if (EXCERPT.split(part).length !== 2) throw new Error(`expected "${part}" once in the excerpt`);
  return EXCERPT.replace(part, replacement);
}

function refusals(text: string): string[] {
  const { geography: after, report } = convert(text);
  expect(after).toBe(geography);
  expect(report).toMatchObject({ accepted: report.faults.length === 0, changes: [] });
  return report.faults.map(({ code, line, column, reason }) => `${code} ${line} ${column}: ${reason}`);
}

describe('an excerpt of the table', () => {
  const { geography: after, report } = convert(EXCERPT);

  test('is accepted with every link, and the links of provinces stay', () => {
    expect(report.faults).toEqual([]);
    expect(report.counts).toEqual({
      rows: 28,
      links: 28,
      oldCommunes: 20,
      newCommunes: 23,
      districtLinks: 3,
      splitCommunes: 5,
      splitInto: { 2: 5 },
      byKind: {
        UNCHANGED: 2,
        // four of them only because the excerpt leaves out what joined them
        RENAMED_OR_RETYPED: 7,
        WHOLE: 8,
        PARTIAL: 6,
        PARTIAL_AREA_ONLY: 2,
        PARTIAL_AREA_ALL_POPULATION: 2,
        PARTIAL_POPULATION: 1,
      },
    });
    const provinces = (links: SuccessionLink[]) => links.filter(({ predecessorId }) => predecessorId.startsWith('P-'));
    expect(provinces(after.links)).toEqual(provinces(country.links));
    expect(after.completeLineage).toEqual([
      expect.objectContaining({ effectiveOn: '2025-07-01', level: 'COMMUNE', source: expect.any(String) }),
    ]);
    expect(geography.completeLineage).toBeUndefined();
  });

  test.each([
    ['C-00556', ['C-00541-20250701 PARTIAL_AREA_ONLY', 'C-00562-20250701 PARTIAL_AREA_ALL_POPULATION main']],
    ['C-01651', ['C-01648-20250701 WHOLE main']],
    ['C-02482', ['C-02494-20250701 RENAMED_OR_RETYPED main']],
    ['C-00922', ['C-00922-20250701 UNCHANGED main']],
    ['C-06973', ['C-06978-20250701 WHOLE main']],
    ['C-14845', ['C-14845-20250701 RENAMED_OR_RETYPED main']],
    ['C-24235', ['C-24235-20250701 RENAMED_OR_RETYPED main']],
    ['C-31105', ['C-31105-20250701 RENAMED_OR_RETYPED main']],
    ['C-18796', ['C-18754-20250701 PARTIAL_POPULATION', 'C-18823-20250701 PARTIAL main']],
    ['C-21997', ['C-21997-20250701 PARTIAL main', 'C-22006-20250701 PARTIAL']],
    ['D-318', ['C-11948-20250701 WHOLE main']],
    // the mudflats are a part of the district, not its main one
    ['D-376', ['C-14698-20250701 PARTIAL']],
  ])('%s went into %j', (predecessorId, expected) => {
    expect(linksOf(after, predecessorId)).toEqual(expected);
  });

  test('reports each slip that was put right, and the alias', () => {
    expect(
      report.corrections.map(({ line, printed, corrected, unitName }) => [line, printed, corrected, unitName]),
    ).toEqual([
      [5, '00553', '00556', 'Xã Đặng Xá'],
      [10, '01615', '01651', 'Xã Mỹ Hưng'],
      [14, '02485', '02482', 'Xã Phú Thịnh'],
      expect.arrayContaining(['44', '45', 'Huyện Cồn Cỏ']),
      expect.arrayContaining(['82', '80', 'Phường 4']),
      expect.arrayContaining(['89', '91', 'Xã Tiên Hải']),
    ]);
    expect(report.aliases).toEqual([{ unitId: 'C-06978-20250701', code: '06970', lines: [19, 20] }]);
  });

  test('keeps a main successor that the notes speak against, and says so', () => {
    expect(linksOf(after, 'C-06799')).toEqual([
      'C-06799-20250701 PARTIAL_AREA_ONLY main',
      'C-06886-20250701 PARTIAL_AREA_ALL_POPULATION',
    ]);
    expect(report.mainDoubts).toEqual([
      { predecessorId: 'C-06799', mainId: 'C-06799-20250701', populationWentTo: 'C-06886-20250701' },
    ]);
  });

  test('shows unit by unit what changes', () => {
    expect(report.changes.find(({ predecessorId }) => predecessorId === 'C-21997')).toEqual({
      predecessorId: 'C-21997',
      added: [{ successorId: 'C-22006-20250701', kind: 'PARTIAL' }],
      removed: [],
      kindChanged: [{ successorId: 'C-21997-20250701', from: null, to: 'PARTIAL' }],
      mainMoved: null,
    });
    // known as whole before, so that only what is new is told
    expect(report.changes.find(({ predecessorId }) => predecessorId === 'D-318')).toBeUndefined();
  });

  test('removes a link that the table does not have, and finds another main successor by kind and code', () => {
    const wrong = geography.links.map((link) =>
      link.predecessorId === 'C-21997' ? { ...link, successorId: 'C-00922-20250701' } : link,
    );
    const result = applyConversionTable({ ...geography, links: wrong }, excerptTable, EXCERPT_LINKS);
    expect(linksOf(result.geography, 'C-21997')).toEqual(linksOf(after, 'C-21997'));
    expect(result.report.changes.find(({ predecessorId }) => predecessorId === 'C-21997')).toMatchObject({
      removed: [{ successorId: 'C-00922-20250701', kind: null }],
      mainMoved: { from: 'C-00922-20250701', to: 'C-21997-20250701' },
    });
  });
});

describe('the same table', () => {
  const first = convert(EXCERPT);
  const { geography: after } = first;

  test('applied to its own result changes nothing', () => {
    const again = applyConversionTable(after, excerptTable, EXCERPT_LINKS);
    expect(again.geography).toBe(after);
    expect(again.report).toMatchObject({ accepted: true, changes: [] });
  });

  test('gives the same geography and report with its rows in any order', () => {
    const expected = JSON.stringify(convert(EXCERPT));
    const orders = fc.shuffledSubarray([...excerptTable.rows], { minLength: excerptTable.rows.length });
    const property = fc.property(orders, (rows) => {
      expect(JSON.stringify(applyConversionTable(geography, { rows, faults: [] }, EXCERPT_LINKS))).toBe(expected);
    });
    fc.assert(property, { numRuns: 30 });
  });

  test('is refused without any one of its rows, or with one of them twice, and nothing changes', () => {
    const places = fc.nat({ max: excerptTable.rows.length - 1 });
    const property = fc.property(places, fc.boolean(), (place, isTwice) => {
      const rows = excerptTable.rows.flatMap((row, index) => (index === place ? (isTwice ? [row, row] : []) : [row]));
      const result = applyConversionTable(geography, { rows, faults: [] }, EXCERPT_LINKS);
      expect(result.geography).toBe(geography);
      expect(result.report.faults[0]?.code).toBe(isTwice ? 'DUPLICATE_LINK' : 'TRUNCATED');
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('does not change what it is given', () => {
    const before = JSON.stringify(geography);
    convert(EXCERPT);
    expect(JSON.stringify(geography)).toBe(before);
  });

  test.each([
    ['CR LF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['no line end behind the last row', (text: string) => text.trimEnd()],
    [
      'the older place of tone marks',
      (text: string) => text.replaceAll('Hòa', 'Hoà').replaceAll('Thuận Hoà', 'Thuận Hoà'),
    ],
  ])('means the same with %s', (_, rewrite) => {
    const text = decodeTable(Buffer.from(rewrite(EXCERPT)));
    expect(convert(text)).toEqual(first);
  });
});

describe('a file that cannot be read', () => {
  const bad = (bytes: Uint8Array) => {
    const { geography: same, report } = importConversionTable(geography, bytes);
    expect(same).toBe(geography);
    expect(report.accepted).toBe(false);
    return report.faults.map(({ code, line, reason }) => `${code} ${line}: ${reason}`);
  };
  /** As Windows-1258 writes it: tone marks apart, one byte each. */
  const toWindows1258 = (text: string) => {
    const letters = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]),
    );
    const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
    const split = [...text].map((letter) => {
      const parts = letter.normalize('NFD');
      return parts.replace(tones, '').normalize('NFC') + (parts.match(tones) ?? []).join('');
    });
    return Uint8Array.from([...split.join('')].map((letter) => letters.get(letter) ?? 63));
  };

  test.each([
    ['Windows-1258', toWindows1258(EXCERPT), 'WRONG_ENCODING 1: the file is Windows-1258'],
    [
      'UTF-16 with a mark',
      Buffer.from(`\uFEFF${EXCERPT}`, 'utf16le'),
      'WRONG_ENCODING 1: the file is UTF-16 (byte order mark)',
    ],
    [
      'UTF-16 without',
      Buffer.from(EXCERPT, 'utf16le'),
      'WRONG_ENCODING 1: the file holds NUL bytes: UTF-16, or no text',
    ],
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004…'),
      'WRONG_ENCODING 1: the file is an Excel workbook or another archive, not a CSV',
    ],
    [
      'one bad byte in line 4',
      Buffer.concat([Buffer.from(`${HEADING}A\n`), Buffer.of(0xff, 0x0a)]),
      'WRONG_ENCODING 4: the bytes are not UTF-8',
    ],
    [
      'a file cut within a character',
      Buffer.from(EXCERPT).subarray(0, Buffer.byteLength(HEADING) + 3),
      'TRUNCATED 3: the file ends within a character',
    ],
    [
      'lost characters',
      Buffer.from(change('Xã Krông Na', 'Xã Kr\uFFFDng Na')),
      expect.stringMatching(/^WRONG_ENCODING \d+: characters were lost/),
    ],
    ['no bytes', Buffer.of(), 'TRUNCATED 1: the file is empty'],
  ])('is refused with its first bad line: %s', (_, bytes, expected) => {
    expect(bad(bytes)).toEqual([expected]);
  });

  test('is an error of its own kind for the decoder, which takes a byte order mark off', () => {
    expect(decodeTable(Buffer.from('\uFEFFTỉnh'))).toBe('Tỉnh');
    expect(() => decodeTable(Buffer.of(0xff, 0xfe))).toThrow(TableEncodingError);
  });

  test.each([
    [
      `${HEADING.replace('Mã Xã cũ', 'Mã cũ')}`,
      ['WRONG_HEADING 2 Mã Xã cũ: heading 5: expected "Mã Xã cũ", found "Mã cũ"'],
    ],
    [HEADING.replace('từ ngày 01/7/2025', 'từ ngày 01/7/2026'), [expect.stringContaining('WRONG_HEADING 1 null')]],
    [
      change('"Nhập một phần diện tích, toàn bộ dân số",Huyện Gia', '"Nhập một phần diện tích,Huyện Gia'),
      [expect.stringMatching(/^MALFORMED 5 /)],
    ],
    [`${HEADING}"Tỉnh Cao Bằng (04)\nx,y\n`, [expect.stringMatching(/^TRUNCATED 3 null: a quote opened in this row/)]],
  ])('is refused by its heading or its quotes: %#', (text, expected) => {
    expect(refusals(text)).toEqual(expected);
  });

  test('is refused wherever it is cut off, and never half-applied', () => {
    // behind the last province's closing bracket only commas follow: nothing is lost there
    const end = EXCERPT.lastIndexOf(')');
    const property = fc.property(fc.integer({ min: 1, max: end }), (length) => {
      const { geography: same, report } = convert(EXCERPT.slice(0, length));
      expect(same).toBe(geography);
      expect(report.faults.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 150 });
  });

  test('says where it ends within its last row', () => {
    expect(refusals(EXCERPT.slice(0, EXCERPT.lastIndexOf(',Thành phố Phú Quốc')))).toEqual([
      expect.stringMatching(/^TRUNCATED \d+ null: the file ends within its last row: expected 8 cells, found 6/),
    ]);
  });
});

describe('a row is refused with line, column and reason', () => {
  test.each([
    ['Xã Krông Na,24235', 'Xã Krông Na,24999', /^UNKNOWN_CODE \d+ Mã Xã cũ: no unit has the code 24999 on 2025-06-30/],
    ['Xã Buôn Đôn,24235', 'Xã Buôn Đôn,00556', /^UNKNOWN_CODE \d+ Mã Xã mới: no unit has the code 00556 on 2025-07-01/],
    [
      'Xã Krông Na,24235',
      'Xã Krông Na,4235',
      /^UNREADABLE_CELL \d+ Mã Xã cũ: expected a code of five digits, found "4235"/,
    ],
    ['Xã Krông Na,24235', 'Xã Krông Na,', /^EMPTY_CELL \d+ Mã Xã cũ/],
    [
      'Xã Krông Na,24235',
      'Xã Cư Bao,24235',
      /^NAME_OF_ANOTHER_UNIT \d+ Mã Xã cũ: the code 24235 is Xã Krông Na on 2025-06-30, the row names Xã Cư Bao/,
    ],
    ['Xã Hồng Quang,01615', 'Xã Hồng Quang,01651', /^NAME_OF_ANOTHER_UNIT 9 Mã Xã cũ: .*; Xã Hồng Quang is 01615$/],
    ['Xã Kim Trung,14695', 'Xã Kim Đông,14695', /^NAME_OF_ANOTHER_UNIT \d+ Mã Xã cũ: .*; Xã Kim Đông is 14698$/],
    ['Đổi tên,Huyện', 'Đổi chỗ,Huyện', /^UNKNOWN_NOTE \d+ Ghi chú: no meaning is known for "Đổi chỗ"/],
    ['Đổi tên,Huyện', ',Huyện', /^EMPTY_CELL \d+ Ghi chú/],
    [
      'Huyện Buôn Đôn (647)',
      'Huyện Buôn Đôn (646)',
      /^WRONG_PARENT \d+ Quận\/huyện: Xã Krông Na \(24235\) lies in Huyện Buôn Đôn \(647\), the row says \(646\)/,
    ],
    ['Huyện Buôn Đôn (647)', 'Huyện Buôn Đôn', /^UNREADABLE_CELL \d+ Quận\/huyện/],
    [
      'Thành phố Hà Tiên (900),Tỉnh An Giang (89)',
      'Thành phố Hà Tiên (900),Tỉnh Cà Mau (96)',
      /^WRONG_PARENT \d+ Tỉnh cũ/,
    ],
    ['Tỉnh Đắk Lắk (66),Xã Buôn', 'Tỉnh Gia Lai (52),Xã Buôn', /^WRONG_PARENT \d+ Tỉnh, thành phố/],
    ['Khu vực bãi bồi ven biển do huyện Kim Sơn quản lý', 'Khu vực khác', /^EMPTY_CELL \d+ Mã Xã cũ/],
    ['Huyện Bạch Long Vĩ (318)', 'Huyện Bạch Long Vĩ (319)', /^UNKNOWN_CODE \d+ Quận\/huyện/],
    ['Đổi tên,Huyện', 'Nhập một phần,Huyện', /^CONTRADICTION \d+ Ghi chú: .* no row says where the rest went/],
    [
      '22006,Xã Canh Liên,21997,Nhập một phần',
      '22006,Xã Canh Liên,21997,Nhập toàn bộ',
      /^CONTRADICTION \d+ Ghi chú: .* so did parts of it in line\(s\) \d+$/,
    ],
    [
      'Xã Thanh Sơn,06973,Nhập toàn bộ',
      'Xã Thanh Sơn,06973,Giữ nguyên',
      /^CONTRADICTION 20 Ghi chú: .* others joined it in line\(s\) 19$/,
    ],
    [
      '00541,Xã Đặng Xá,00556,Nhập một phần diện tích',
      '00541,Xã Đặng Xá,00556,Nhập một phần',
      /^CONTRADICTION 5 Ghi chú: .* but some did in line\(s\) 4$/,
    ],
  ])('%s → %s', (part, replacement, expected) => {
    expect(refusals(change(part, replacement))).toEqual([expect.stringMatching(expected)]);
  });

  test('and every other bad row is named as well, in the order of the file', () => {
    const text = change('Xã Krông Na,24235', 'Xã Krông Na,24999').replace('Đổi loại hình', 'Đổi chỗ');
    expect(refusals(text).map((line) => line.split(' ')[0])).toEqual(['UNKNOWN_NOTE', 'UNKNOWN_CODE']);
  });

  test('a merged cell does not reach from one province into the next', () => {
    const text = change('Tỉnh Cao Bằng (04),Xã Bế Văn Đàn,01636,Xã Hồng', ',,,Xã Hồng');
    expect(refusals(text)[0]).toMatch(/^EMPTY_CELL 9 Tỉnh, thành phố/);
  });

  test('the communes that no row names are listed by province', () => {
    const text = change(
      'Tỉnh Đắk Lắk (66),Xã Buôn Đôn,24235,Xã Krông Na,24235,Đổi tên,Huyện Buôn Đôn (647),Tỉnh Đắk Lắk (66),\n',
      '',
    );
    expect(refusals(text)).toEqual([
      'TRUNCATED null null: the table has 27 links, expected 28: the file is cut off, or rows were deleted',
      'NOT_COVERED null null: Tỉnh Đắk Lắk (66) on 2025-06-30: no row names 1 of its 1 communes: 24235 Xã Krông Na',
      'NOT_COVERED null null: Tỉnh Đắk Lắk (66) on 2025-07-01: no row names 1 of its 1 communes: 24235 Xã Buôn Đôn',
    ]);
  });
});

// the table itself is not the project's to publish: where it is missing this says so and is skipped
const withFullTable = existsSync(FULL_TABLE) ? describe : describe.skip;
withFullTable(`the office's own table (skipped where ${FULL_TABLE} is missing)`, () => {
  const bytes = existsSync(FULL_TABLE) ? readFileSync(FULL_TABLE) : Buffer.of();
  const { geography: after, report } = importConversionTable(country, bytes);
  const across = after.links.filter(({ successorId }) => successorId.startsWith('C-'));

  test('gives 10,571 links that cover every unit of both maps, 440 communes split', () => {
    expect(report.faults).toEqual([]);
    expect(report.counts).toMatchObject({
      links: 10_571,
      oldCommunes: 10_035,
      newCommunes: 3_321,
      districtLinks: 6,
      splitCommunes: 440,
      splitInto: { 2: 368, 3: 55, 4: 16, 5: 1 },
      byKind: { UNCHANGED: 127, RENAMED_OR_RETYPED: 5, PARTIAL_AREA_ONLY: 83, PARTIAL_AREA_ALL_POPULATION: 58 },
    });
    expect(across).toHaveLength(10_571);
    const mains = across.filter(({ isMain }) => isMain).map(({ predecessorId }) => predecessorId);
    expect([mains.length, new Set(mains).size]).toEqual([10_040, 10_040]);
    expect(findValidityFaults(after)).toEqual([]);
  });

  test('has the three known slips of codes and three of labels, and one alias', () => {
    expect(report.corrections.map(({ printed, corrected }) => `${printed} → ${corrected}`)).toEqual([
      ...['00553 → 00556', '01615 → 01651', '02485 → 02482', '44 → 45', '82 → 80', '89 → 91'],
    ]);
    expect(report.aliases).toEqual([expect.objectContaining({ unitId: 'C-06978-20250701', code: '06970' })]);
  });

  test('contains every main successor that was known, and speaks against one', () => {
    expect(report.changes.filter(({ removed, mainMoved }) => removed.length > 0 || mainMoved !== null)).toEqual([]);
    expect(report.mainDoubts.map(({ predecessorId }) => predecessorId)).toEqual(['C-06799']);
  });

  test('changes nothing the second time', () => {
    const again = importConversionTable(after, bytes);
    expect(again.geography).toBe(after);
    expect(again.report.changes).toEqual([]);
  });

  test('is refused when its last thousand rows are missing', () => {
    const lines = bytes.toString('utf8').split('\n').slice(0, -1_000).join('\n');
    const { geography: same, report: refused } = importConversionTable(country, Buffer.from(lines));
    expect(same).toBe(country);
    expect(new Set(refused.faults.map(({ code }) => code))).toEqual(new Set(['TRUNCATED', 'NOT_COVERED']));
  });
});
