import { bareNameKey, isSpellingOf, nameKey } from './unit-name-match';

test.each([
  ['Xã Thuận Hoà', 'Xã Thuận Hòa'],
  ['Phường Nguyễn Uý', 'Phường Nguyễn Úy'],
  ['Xã Đại Áng', 'Xã Đại áng'],
  ['Xã Đắk R’La', "Xã Đắk R'La"],
  ['Phường 04', ' Phường 4 '],
  ['Xã Yên Hòa'.normalize('NFD'), 'Xã Yên Hòa'],
])('"%s" and "%s" are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ['Xã Định Hóa', 'Xã Định Hòa'],
  ['Xã Phố Bảng', 'Xã Phó Bảng'],
  ['Thị trấn Yên Minh', 'Xã Yên Minh'],
])('"%s" and "%s" are two names', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test('the kind is taken off a bare name, whatever its case', () => {
  expect(bareNameKey('Thị Trấn Yên Minh')).toBe(bareNameKey('Xã Yên Minh'));
  expect(bareNameKey('Đặc khu Thổ Châu')).toBe(bareNameKey('Thổ Châu'));
});

test.each([
  ['Xã Xá Nhè', 'Xã Sáng Nhè'],
  ['Phường IV', 'Phường 4'],
  ['Xã Hòa Tú 2', 'Xã Hòa Tú II'],
  ['Thị trấn Nông trường Lệ Ninh', 'Thị trấn NT Lệ Ninh'],
  ['Phường Đúc', 'Phường Phường Đúc'],
  ['Phường Tiên Sơn', 'Xã Tiên Sơn'],
  ['Xuân Phước', 'Xã Xuân Phước'],
])('"%s" may be a spelling of "%s"', (a, b) => {
  expect(isSpellingOf(a, b)).toBe(true);
});

test.each([
  ['Xã Mỹ Hưng', 'Xã Hồng Quang'],
  ['Xã Phú Thịnh', 'Xã Công Đa'],
  ['Xã Đặng Xá', 'Xã Cổ Bi'],
  ['Phường An Bình', 'Phường Cát Lái'],
  ['Phường 4', 'Phường 5'],
])('"%s" is no spelling of "%s"', (a, b) => {
  expect(isSpellingOf(a, b)).toBe(false);
});
