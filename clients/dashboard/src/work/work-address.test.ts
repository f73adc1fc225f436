import fc from 'fast-check';
import { LANGUAGES } from '../address/address';
import { parseWorkAddress, WORK_REASONS, WORK_TABS, type WorkAddress, workHref } from './work-address';

const code = (digits: number) => fc.option(fc.stringMatching(new RegExp(`^\\d{${digits}}$`)), { nil: null });
const ADDRESS: fc.Arbitrary<WorkAddress> = fc.record({
  tab: fc.constantFrom(...WORK_TABS),
  unit: code(5),
  province: code(2),
  all: fc.boolean(),
  reason: fc.option(fc.constantFrom(...WORK_REASONS), { nil: null }),
  indicator: fc.option(fc.constantFrom('ntm-2021-2025/19.2', 'safe-unit/tt124'), { nil: null }),
  year: fc.option(fc.integer({ min: 1000, max: 9999 }), { nil: null }),
  language: fc.constantFrom(...LANGUAGES),
});

it('an address of the work page says all that it shows', () => {
  fc.assert(
    fc.property(ADDRESS, (address) => {
      const url = new URL(workHref(address), 'http://page');
      expect([url.pathname, parseWorkAddress(url.search)]).toEqual(['/work', address]);
    }),
  );
});

it('what cannot be in an address is as if it were not there', () => {
  expect(workHref(parseWorkAddress('?tab=x&unit=1&province=abc&all=yes&reason=WHY&token=secret'))).toBe('/work');
});
