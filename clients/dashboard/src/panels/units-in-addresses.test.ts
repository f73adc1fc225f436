import { toCommune } from './listed-unit';
import { inAddress } from './wards/ward-rows';

it.each([
  ['holds on the map of the page', null, null, '00001'],
  ['held on its last day', null, '2025-06-30', '00001'],
  ['ended before it', null, '2025-06-29', '00001@2025-06-29'],
  ['began after it', '2025-07-01', null, '00001@2025-07-01'],
])('a ward that %s is named in the address so that it is found', (_, validFrom, validTo, expected) => {
  expect(inAddress({ code: '00001', validFrom, validTo }, '2025-06-30')).toBe(expected);
});

it.each([
  [null, undefined],
  ['2025-06-30', '2025-06-30'],
  ['2025-07-01', undefined],
])('a commune whose last day is %s is shown on the map %s where the page is on that of 1 July 2025', (validTo, map) => {
  expect(toCommune({ code: '00001', validTo }, '2025-07-01').map).toBe(map);
});
