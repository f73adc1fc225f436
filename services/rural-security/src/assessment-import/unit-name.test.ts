import { isNameOf } from './unit-name';

it.each([
  ['Xã Phượng Tiến', 'Phượng Tiến'],
  ['Xã Phượng Tiến', 'xã phượng tiến'],
  ['Xã Phương Giao', 'PHƯƠNG GIAO'],
  ['Thị trấn Đu', 'TT. Đu'],
  ['Xã Hòa Bình', 'Xã Hoà Bình'],
])('%s may be written %s', (unit, name) => {
  expect(isNameOf(unit, name)).toBe(true);
});

it.each([
  ['Xã Phượng Tiến', 'Tiến'],
  ['Xã Tân Lập', 'Tân Long'],
])('%s is not %s', (unit, name) => {
  expect(isNameOf(unit, name)).toBe(false);
});
