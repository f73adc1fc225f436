import { yearOf } from './iso-day';

test('the year of a day is read from its text', () => {
  expect(yearOf('2025-12-31')).toBe(2025);
});

test.each(['2025', '31/12/2025', '2025-12-31T00:00:00Z', ' 2025-12-31', 'x2025-12-31', '12025-12-31', '2025-1-1'])(
  'refuses "%s", which is no day, and quotes it',
  (text) => {
    expect(() => yearOf(text)).toThrow(new RangeError(`expected an ISO day such as "2025-12-31", got "${text}"`));
  },
);
