import { rational } from '@tieuchi/subgraph-kit';
import fc from 'fast-check';
import { attainmentFollows } from './attainment-follows';
import { computedPercent, exactPercent } from './computed-percent';
import { isListOfParts, partsDiffer, partsInNote, readParts } from './parts';
import { populationFit } from './population-fit';
import { readPrinted } from './printed-decimal';
import { printedFollows } from './printed-follows';
import { reachesPercent } from './reaches-percent';

test.each([
  [69, 70, '98.57'],
  [97, 119, '81.51'],
  [2_567, 6_084, '42.19'],
  [78, 119, '65.55'],
  [1, 8, '12.5'],
  [172, 106, '162.26'],
  [111, 111, '100'],
  [0, 85, '0'],
  [99_999, 100_000, '99.999'],
  [24, null, null],
  [0, 0, null],
])('%d of %s computes as %s', (met, total, expected) => {
  expect(computedPercent(met, total)).toBe(expected);
});

test.each([
  ['71.4', 5_869, 8_225, null, true],
  ['73.06', 6_009, 8_225, null, true],
  ['66', 78, 119, null, true],
  ['88.73', 252, 284, null, true],
  ['42.4', 2_567, 6_084, null, false],
  ['42.2', 2_567, 6_084, null, true],
  ['81', 97, 119, null, false],
  ['81', 97, 119, 'trên', true],
  ['82', 97, 119, 'trên', false],
  ['82', 97, 119, 'gần', true],
  ['81', 97, 119, 'gần', false],
  ['82', 97, 119, 'cơ bản', true],
  ['81', 97, 119, 'cơ bản', false],
  ['12.5', 1, 8, null, true],
  // halves up
  ['13', 1, 8, null, true],
  ['12', 1, 8, null, false],
  ['100', 100, 100, null, true],
])('a printed %s %% of %d/%d (%s) follows: %s', (printed, met, total, qualifier, expected) => {
  expect(printedFollows(printed, exactPercent(met, total)!, qualifier)).toBe(expected);
});

test('the exact percentage, printed with any number of decimals, follows from its counts', () => {
  const places = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), places, (met, total, decimals) => {
      const scaled = (200n * BigInt(met) * 10n ** BigInt(decimals) + BigInt(total)) / (2n * BigInt(total));
      const digits = scaled.toString().padStart(decimals + 1, '0');
      const printed = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
      expect(printedFollows(printed, exactPercent(met, total)!, null)).toBe(true);
    }),
  );
});

test.each(['71,4', '-1', '1e1', '', ' 7', '7.', '.5'])('"%s" is no printed number', (text) => {
  expect(() => readPrinted(text)).toThrow(RangeError);
});

test.each([
  ['97.5', '80', '78', true],
  ['91', '40', '36.4', true],
  ['88', '10', '8.8', true],
  ['97.4', '80', '78', false],
  ['97.49', '80', null, true],
  ['97.5', '0', '78', true],
])('a printed attainment of %s %% of the target %s from %s follows: %s', (printed, target, rate, expected) => {
  expect(attainmentFollows(printed, target, rate, exactPercent(6_250, 8_014))).toBe(expected);
});

test.each([
  ['parts printed 14 + 6 + 3 = 23, headline 24: report the difference', 24, true],
  ['parts printed 14 + 6 + 4', 24, false],
  ['14 criteria and 6 more', 24, false],
])('parts in the note "%s" differ from %d: %s', (note, met, expected) => {
  expect(partsDiffer(partsInNote(note), met)).toBe(expected);
});

test('a list of parts has at least two, joined by +', () => {
  expect(['14 + 6 + 3', '14+6'].map(isListOfParts)).toEqual([true, true]);
  expect(['14', '14 + ', '14 - 6', ''].map(isListOfParts)).toEqual([false, false, false, false]);
  expect(readParts('14 + 6+3')).toEqual([14, 6, 3]);
});

test.each([
  [114, 116, '99', false],
  [111, 111, '99', true],
  [69, 70, '99', false],
  [99, 100, '99', true],
  [114, 116, '98.28', false],
  [114, 116, '98.27', true],
  [24, null, '1', null],
])('%d of %s reaches %s %%: %s', (met, total, percent, expected) => {
  expect(reachesPercent(met, total, percent)).toBe(expected);
});

test('the exact percentage is not rounded on its way', () => {
  expect(exactPercent(1, 3)).toEqual(rational(100, 3));
});

test.each([
  [70, null, [89, 66], 'MAP_NOT_LOADED'],
  [89, null, [89, 66], 'FITS'],
  [66, 66, [], 'FITS'],
  [70, 66, [89, 70], 'DIFFERS'],
  [70, null, [], 'MAP_NOT_LOADED'],
] as const)('a total of %d where its day has %s and loaded maps %j: %s', (total, onItsDay, onLoadedDays, fit) => {
  expect(populationFit(total, { onItsDay, onLoadedDays })).toBe(fit);
});
