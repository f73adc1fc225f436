import { inAddress } from './ward-rows';

it.each([
  ['holds on the map of the page', null, null, '00001'],
  ['held on its last day', null, '2025-06-30', '00001'],
  ['ended before it', null, '2025-06-29', '00001@2025-06-29'],
  ['began after it', '2025-07-01', null, '00001@2025-07-01'],
])('a ward that %s is named in the address so that it is found', (_, validFrom, validTo, expected) => {
  expect(inAddress({ code: '00001', validFrom, validTo }, '2025-06-30')).toBe(expected);
});
