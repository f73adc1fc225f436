import { readOwnMapLedgers, readSeries } from './ledger';
import type { CommonText, OwnText } from './ledger-text';

/** As little as a ledger can say: one exact map, all windows over, one indicator. */
const COMMON: CommonText = {
  origin: 'RECORDED',
  calendar: ['2025-06-30'],
  states: [1],
  indicators: [
    ['a/1', ['ALL'], ['19.2', 'xã', 'communes'], { 2025: 0 }, null, null],
    ['b/2', ['ALL'], ['9.4', 'huyện', 'districts'], { 2025: 0 }, null, [2025]],
  ],
};
const OWN: OwnText = {
  days: [0],
  tallies: [
    [1, 0, 2025, 7],
    [0, 0, 2025, 30, 3, 2, 1, 2, 3, 4, 5, 6],
  ],
};
const textOf = (own: Partial<OwnText> = {}) => `${JSON.stringify(COMMON)}\n${JSON.stringify({ ...OWN, ...own })}`;
const about = (indicatorId: string) => ({ indicatorId, populationId: null, targetVersion: null });
const read = (own: Partial<OwnText> = {}) => readSeries(textOf(own), about('a/1'));

test('the unknowns of a ledger are told by reason, and what has none was not begun', () => {
  const counts = read().series.get(2025);
  expect(counts).toMatchObject({ met: 3, notMet: 2, unknown: 25, total: 30, selfAssessedMet: 6 });
  expect(counts?.unknownByReason).toEqual({
    NOT_STARTED: 10,
    IN_DRAFT: 1,
    AWAITING_APPRAISAL: 2,
    RETURNED: 3,
    ITEM_UNKNOWN: 4,
    NO_COMPARABLE_PREVIOUS_YEAR: 5,
  });
});

test('the open window of one indicator is none of another, and a ledger that leaves out inexact maps has exact ones', () => {
  const { series, years } = read();
  expect([years[0]?.mapExact, Object.keys(series.get(2025)?.unknownByReason ?? {})[0]]).toEqual([true, 'NOT_STARTED']);
  expect(readSeries(textOf(), about('b/2')).series.get(2025)?.unknownByReason).toMatchObject({ WINDOW_OPEN: 7 });
});

test('a unit is called by its name, the country by none, and what is counted in both languages', () => {
  const words = { indicatorNumber: '19.2', nounVi: 'xã', nounEn: 'communes' };
  expect(read({ place: 'Tỉnh X' }).wording).toEqual({ place: 'Tỉnh X', ...words });
  expect(read().wording).toEqual({ place: null, ...words });
});

test('who asks for an indicator that is none is told all that are', () => {
  expect(() => readSeries(textOf(), about('c/3'))).toThrow('No indicator "c/3"; known: a/1, b/2.');
});

test('a unit of an earlier map that knows neither the indicator nor the year is not among the counted ones', () => {
  const own = JSON.stringify([['06', 'Tỉnh Bắc Kạn', textOf()]]);
  expect(readOwnMapLedgers(own, 'a/1', 2025)).toHaveLength(1);
  expect(readOwnMapLedgers(own, 'c/3', 2025)).toEqual([]);
  expect(readOwnMapLedgers(own, 'a/1', 2024)).toEqual([]);
});
