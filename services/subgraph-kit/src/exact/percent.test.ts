import { printDecimal } from './decimal';
import { parsePercent, printPercent } from './percent';
import { rational } from './rational';

test.each([
  ['99', 9_900n, '99'],
  ['87.5', 8_750n, '87.5'],
  ['87.50', 8_750n, '87.5'],
  ['0.05', 5n, '0.05'],
  ['100', 10_000n, '100'],
  ['0', 0n, '0'],
])('reads %s as a whole number of hundredths and prints it without trailing zeros', (text, hundredths, printed) => {
  expect(parsePercent(text)).toEqual({ hundredths });
  expect(printPercent(parsePercent(text))).toBe(printed);
});

test.each(['', '99%', '99,5', '99.555', '100.01', '-1', '1e1', ' 99', '.5', '0x10'])(
  'refuses "%s" and quotes it',
  (text) => {
    expect(() => parsePercent(text)).toThrow(`got "${text}"`);
  },
);

test.each([
  [-1, 2, 'NEAREST', '-0.5'],
  [-1, 8, 'NEAREST', '-0.13'],
  [-1, 8, 'DOWN', '-0.13'],
  [-1, 8, 'UP', '-0.12'],
  [1, 8, 'NEAREST', '0.13'],
  [1, 8, 'DOWN', '0.12'],
  [10n ** 20n + 1n, 3n, 'NEAREST', '33333333333333333333.67'],
  [1, 3_000, 'NEAREST', '0.0003'],
  [-1, 3_000, 'UP', '-0.0003'],
] as const)('prints %s/%s rounded %s as %s', (numerator, denominator, rounding, printed) => {
  expect(printDecimal(rational(numerator, denominator), rounding)).toBe(printed);
});

test('a fraction without a value is refused', () => {
  expect(() => rational(5, 0)).toThrow('got 5/0');
});
