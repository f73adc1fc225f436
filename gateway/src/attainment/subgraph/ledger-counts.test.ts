import { readOwnMapLedgers, readSeries } from './ledger';
import type { LedgerText } from './ledger-text';

/** As little as a ledger can say: one exact map, all windows over, one indicator. */
const LEAST: LedgerText = {
  origin: 'RECORDED',
  calendar: ['2025-06-30'],
  states: [1],
  days: [0],
  indicators: {
    'a/1': [['ALL'], ['19.2', 'xã', 'communes'], { 2025: 0 }, { ALL: { 2025: [30, 3, 2, 1, 2, 3, 4, 5, 6] } }],
    'b/2': [['ALL'], ['9.4', 'huyện', 'districts'], { 2025: 0 }],
  },
};
const about = (indicatorId: string) => ({ indicatorId, populationId: null, targetVersion: null });
const read = (rest: Partial<LedgerText> = {}) => readSeries(JSON.stringify({ ...LEAST, ...rest }), about('a/1'));

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

test('a ledger that leaves out open windows has none, and one that leaves out inexact maps has exact ones', () => {
  const { series, years } = read();
  expect([years[0]?.mapExact, Object.keys(series.get(2025)?.unknownByReason ?? {})[0]]).toEqual([true, 'NOT_STARTED']);
  expect(read({ open: { 'b/2': [2025] } }).series).toEqual(series);
});

test('a unit is called by its name, the country by none, and what is counted in both languages', () => {
  const words = { indicatorNumber: '19.2', nounVi: 'xã', nounEn: 'communes' };
  expect(read({ place: 'Tỉnh X' }).wording).toEqual({ place: 'Tỉnh X', ...words });
  expect(read().wording).toEqual({ place: null, ...words });
});

test('who asks for an indicator that is none is told all that are', () => {
  expect(() => readSeries(JSON.stringify(LEAST), about('c/3'))).toThrow('No indicator "c/3"; known: a/1, b/2.');
});

test('a unit of an earlier map that knows neither the indicator nor the year is not among the counted ones', () => {
  const own = JSON.stringify([['06', 'Tỉnh Bắc Kạn', JSON.stringify(LEAST)]]);
  expect(readOwnMapLedgers(own, 'a/1', 2025)).toHaveLength(1);
  expect(readOwnMapLedgers(own, 'c/3', 2025)).toEqual([]);
  expect(readOwnMapLedgers(own, 'a/1', 2024)).toEqual([]);
});
