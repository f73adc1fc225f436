import { isDuePassed } from './due-passed';

test.each([
  [2025, '2025-11-15', false],
  [2025, '2025-12-31', false],
  [2025, '2026-01-01', true],
  [2024, '2026-01-01', false],
  [2024, '2031-01-01', false],
  [2026, '2026-11-15', true],
])('for the year %d as of %s a target due on 31 Dec 2025 is over: %s', (year, today, passed) => {
  expect(isDuePassed({ year, today, due: '2025-12-31' })).toBe(passed);
});

test.each([
  ['31/12/2025', '2026-01-01'],
  ['2025-12-31', '01/01/2026'],
])('refuses days that do not compare as text (%s, %s)', (due, today) => {
  expect(() => isDuePassed({ year: 2025, today, due })).toThrow('expected an ISO day');
});
