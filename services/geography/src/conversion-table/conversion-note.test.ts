import { isAreaOutsideCommunes, isDistrictToZone, readNote } from './conversion-note';

test.each([
  ['Nhập toàn bộ', 'WHOLE'],
  ['Nhập một phần', 'PARTIAL'],
  ['một phần', 'PARTIAL'],
  ['Nhâp một  phần \n', 'PARTIAL'],
  ['Nhập một phần diện tích', 'PARTIAL_AREA_ONLY'],
  ['Nhập một phần diện tích,toàn bộ dân số', 'PARTIAL_AREA_ALL_POPULATION'],
  ['Nhập một phần dân số', 'PARTIAL_POPULATION'],
  ['Nhập toàn bộ diện tích', 'PARTIAL'],
  ['Giữ nguyên ', 'UNCHANGED'],
  ['GIỮ NGUYÊN'.normalize('NFD'), 'UNCHANGED'],
  ['Đổi tên', 'RENAMED_OR_RETYPED'],
  ['Đổi loại hình', 'RENAMED_OR_RETYPED'],
  ['Đổi tên từ một phần Phường 15', 'PARTIAL'],
  ['Đổi tên, đổi loại hình từ một phần thị trấn Lai Uyên', 'PARTIAL'],
  ['Phần còn lại sau khi tách một phần vào xã Canh Vinh', 'PARTIAL'],
  ['Sắp xếp toàn bộ xã Thổ Châu thành đặc khu Thổ Châu', 'RENAMED_OR_RETYPED'],
  ['Sắp xếp toàn bộ huyện Lý Sơn thành đặc khu Lý Sơn', 'WHOLE'],
])('"%s" is %s', (note, kind) => {
  expect(readNote(note)).toBe(kind);
});

test.each(['', 'Nhập', 'Nhập toàn bộ dân số', 'Nhập một phần diện tích, một phần dân số', 'Không rõ'])(
  'no kind is guessed for "%s"',
  (note) => expect(readNote(note)).toBeNull(),
);

test('only a whole district, and land that a district managed itself, may come without an old code', () => {
  expect(isDistrictToZone('Sắp xếp toàn bộ huyện Lý Sơn thành đặc khu Lý Sơn')).toBe(true);
  expect(isDistrictToZone('Sắp xếp toàn bộ xã Thổ Châu thành đặc khu Thổ Châu')).toBe(false);
  expect(isAreaOutsideCommunes('Khu vực bãi bồi ven biển do huyện Kim Sơn quản lý')).toBe(true);
  expect(isAreaOutsideCommunes('Xã Kim Đông')).toBe(false);
});
