import { readOwnMapLedgers, readSeries } from './ledger';
import type { CommonText, OwnText } from './ledger-text';
import { requireYear, type SeriesQuestion } from './series-question';

const UNITS = ['19.2', 'xã', 'units'] as const;
const COMMON: CommonText = {
  origin: 'RECORDED',
  calendar: ['2025-06-30', '2026-11-15', '2027-11-15'],
  states: [2, 4, 4],
  inexact: [1],
  indicators: [
    ['a/cases', null, ['19.2', 'vụ', 'units'], null, null, null],
    ['a/1', ['ALL', 'SOME'], UNITS, { 2025: 0, 2026: 1, 2027: 2 }, [2027], [2026]],
    ['a/empty', ['ALL'], UNITS, { 2025: 0 }, null, null],
    ['a/no-years', ['ALL'], UNITS, null, null, null],
  ],
};
const OWN: OwnText = {
  days: [0, 1],
  tallies: [
    [1, 0, 2025, 121, 118, 2, 0, 0, 0, 0, 0, 1],
    [1, 0, 2026, 92],
    [1, 1, 2025, 80, 80],
  ],
  targets: [
    [1, '99', '2027-12-31', 'KH', '2024-01-05', 2025, false],
    [1, '97.5', '2027-12-31', 'QĐ', '2022-08-02', 2025, true],
  ],
};
const textOf = (own: Partial<OwnText> = {}) => `${JSON.stringify(COMMON)}\n${JSON.stringify({ ...OWN, ...own })}`;
const TEXT = textOf();

const about = (indicatorId: string, changed: Partial<SeriesQuestion> = {}): SeriesQuestion => ({
  ...{ indicatorId, populationId: null, targetVersion: null },
  ...changed,
});

describe('the ledger of a unit', () => {
  it('leaves out trailing zeros: what is missing is 0, and the total stands', () => {
    const { series } = readSeries(TEXT, about('a/1'));
    expect(series.get(2025)).toMatchObject({ total: 121, met: 118, notMet: 2, unknown: 1, selfAssessedMet: 1 });
    expect(series.get(2026)).toMatchObject({ total: 92, met: 0, notMet: 0, unknown: 92, selfAssessedMet: 0 });
    expect(readSeries(TEXT, about('a/empty')).series.get(2025)).toMatchObject({ total: 0, unknown: 0 });
  });

  it('names the counting day of each year by its place in the calendar', () => {
    const read = readSeries(TEXT, about('a/1'));
    const { series } = read;
    expect([...series].map(([year, { countedOn }]) => [year, countedOn])).toEqual([
      [2025, '2025-06-30'],
      [2026, '2026-11-15'],
    ]);
    expect([2025, 2026].map((year) => requireYear(read, year).mapExact)).toEqual([true, false]);
  });

  it('says of a unit without a record whether the window of its year is open', () => {
    const { series } = readSeries(TEXT, about('a/1'));
    expect(series.get(2025)?.unknownByReason).toMatchObject({ NOT_STARTED: 1 });
    expect(series.get(2025)?.unknownByReason).not.toHaveProperty('WINDOW_OPEN');
    expect(series.get(2026)?.unknownByReason).toMatchObject({ WINDOW_OPEN: 92 });
    expect(series.get(2026)?.unknownByReason).not.toHaveProperty('NOT_STARTED');
  });

  it('answers over the default population and against the target that holds, or over and against the one asked', () => {
    expect(readSeries(TEXT, about('a/1')).target).toMatchObject({
      percent: '99',
      inherited: false,
      direction: 'AT_LEAST',
    });
    const national = readSeries(TEXT, about('a/1', { targetVersion: '2022-08-02' }));
    expect(national.target).toMatchObject({ percent: '97.5', inherited: true });
    expect(readSeries(TEXT, about('a/1', { populationId: 'SOME' })).series.get(2025)?.total).toBe(80);
    expect(readSeries(TEXT, about('a/empty')).target).toBeNull();
  });

  it('marks the years that count other units, and those that other criteria judge', () => {
    expect(readSeries(TEXT, about('a/1')).years).toMatchObject([
      { year: 2025, countedOn: '2025-06-30', mapExact: true, hasOtherUnits: false, hasOtherCriteria: false },
      { year: 2026, countedOn: '2026-11-15', mapExact: false, hasOtherUnits: true, hasOtherCriteria: false },
      { year: 2027, countedOn: '2027-11-15', mapExact: true, hasOtherUnits: false, hasOtherCriteria: true },
    ]);
  });

  it.each([
    [{ populationId: 'OTHER' }, 'POPULATION_NOT_FOUND', /its populations: ALL, SOME/],
    [{ targetVersion: '1999-01-01' }, 'TARGET_NOT_FOUND', /its versions: 2024-01-05, 2022-08-02/],
  ])('refuses %j with %s and what there is', (changed, code, message) => {
    expect(() => readSeries(TEXT, about('a/1', changed))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code }),
      }),
    );
  });

  it.each([
    ['a/cases', 2025, 'INDICATOR_NOT_COUNTED', /not counted in units/],
    ['a/no-years', 2025, 'YEAR_NOT_FOUND', /its years: none/],
    ['a/1', 2024, 'YEAR_NOT_FOUND', /its years: 2025, 2026, 2027/],
    ['a/1', 2027, 'NOT_RESTATABLE', /@asOf\(map: "2027-11-15"\)/],
    ['constructor', 2025, 'INDICATOR_NOT_FOUND', /known: a\/cases, a\/1/],
  ])('refuses %s in %d with %s', (indicator, year, code, message) => {
    expect(() => requireYear(readSeries(TEXT, about(indicator)), year)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code }),
      }),
    );
  });

  it('is read against what it has in common with its own neighbours, not with those read before', () => {
    const others = { ...COMMON, calendar: ['2024-06-30', '2026-11-15', '2027-11-15'] };
    const dayOf = (text: string) => readSeries(text, about('a/1')).series.get(2025)?.countedOn;
    const other = `${JSON.stringify(others)}\n${JSON.stringify(OWN)}`;
    expect([TEXT, other, TEXT].map(dayOf)).toEqual(['2025-06-30', '2024-06-30', '2025-06-30']);
  });

  it('is read on its own map where the unit groups the counted ones', () => {
    const own = JSON.stringify([
      ['06', 'Tỉnh Bắc Kạn', TEXT],
      ['07', 'Tỉnh khác', textOf({ days: [1] })],
    ]);
    expect(readOwnMapLedgers(own, 'a/1', 2025).map(([code]) => code)).toEqual(['06']);
    expect(readOwnMapLedgers(own, 'a/no-years', 2025)).toEqual([]);
  });
});
