import { readOwnMapLedgers, readSeries } from './ledger';
import type { LedgerText } from './ledger-text';

const LEDGER: LedgerText = {
  origin: 'RECORDED',
  calendar: ['2025-06-30', '2026-11-15', '2027-11-15'],
  days: [0, 1],
  inexact: [1],
  open: { 'a/1': [2026] },
  indicators: {
    'a/1': [
      'ALL',
      ['19.2', 'xã', 'units'],
      { 2025: 0, 2026: 1, 2027: 2 },
      { ALL: { 2025: [121, 118, 2, 0, 0, 0, 0, 0, 1], 2026: [92] } },
      ['99', '2027-12-31', 'QĐ', '2022-08-02', 2025, true],
    ],
    'a/empty': ['ALL', ['19.2', 'xã', 'units'], { 2025: 0 }, null, null],
    'a/cases': [null, ['19.2', 'vụ', 'units']],
    'a/no-years': ['ALL', ['19.2', 'xã', 'units']],
  },
};
const TEXT = JSON.stringify(LEDGER);

describe('the ledger of a unit', () => {
  it('leaves out trailing zeros: what is missing is 0, and the total stands', () => {
    const { series } = readSeries(TEXT, 'a/1', 2025);
    expect(series.get(2025)).toMatchObject({ total: 121, met: 118, notMet: 2, unknown: 1, selfAssessedMet: 1 });
    expect(series.get(2026)).toMatchObject({ total: 92, met: 0, notMet: 0, unknown: 92, selfAssessedMet: 0 });
    expect(readSeries(TEXT, 'a/empty', 2025).series.get(2025)).toMatchObject({ total: 0, unknown: 0 });
  });

  it('names the counting day of each year by its place in the calendar', () => {
    const { series, mapExact } = readSeries(TEXT, 'a/1', 2025);
    expect([...series].map(([year, { countedOn }]) => [year, countedOn])).toEqual([
      [2025, '2025-06-30'],
      [2026, '2026-11-15'],
    ]);
    expect(mapExact).toBe(true);
    expect(readSeries(TEXT, 'a/1', 2026).mapExact).toBe(false);
  });

  it('says of a unit without a record whether the window of its year is open', () => {
    const { series } = readSeries(TEXT, 'a/1', 2025);
    expect(series.get(2025)?.unknownByReason).toMatchObject({ NOT_STARTED: 1 });
    expect(series.get(2025)?.unknownByReason).not.toHaveProperty('WINDOW_OPEN');
    expect(series.get(2026)?.unknownByReason).toMatchObject({ WINDOW_OPEN: 92 });
    expect(series.get(2026)?.unknownByReason).not.toHaveProperty('NOT_STARTED');
  });

  it('carries one target at most', () => {
    expect(readSeries(TEXT, 'a/1', 2025).target).toMatchObject({
      percent: '99',
      inherited: true,
      direction: 'AT_LEAST',
    });
    expect(readSeries(TEXT, 'a/empty', 2025).target).toBeNull();
  });

  it.each([
    ['a/cases', 2025, 'INDICATOR_NOT_COUNTED', /not counted in units/],
    ['a/no-years', 2025, 'YEAR_NOT_FOUND', /its years: none/],
    ['a/1', 2024, 'YEAR_NOT_FOUND', /its years: 2025, 2026, 2027/],
    ['a/1', 2027, 'NOT_RESTATABLE', /@asOf\(map: "2027-11-15"\)/],
    ['constructor', 2025, 'INDICATOR_NOT_FOUND', /known: a\/1/],
  ])('refuses %s in %d with %s', (indicator, year, code, message) => {
    expect(() => readSeries(TEXT, indicator, year)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code }),
      }),
    );
  });

  it('is read on its own map where the unit groups the counted ones', () => {
    const own = JSON.stringify([
      ['06', 'Tỉnh Bắc Kạn', TEXT],
      ['07', 'Tỉnh khác', JSON.stringify({ ...LEDGER, days: [1] })],
    ]);
    expect(readOwnMapLedgers(own, 'a/1', 2025).map(([code]) => code)).toEqual(['06']);
    expect(readOwnMapLedgers(own, 'a/no-years', 2025)).toEqual([]);
  });
});
