import { reportingPeriods } from './reporting-calendar';

const DAY_MS = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
const named = (year: number, name: string, today = '2026-01-01') =>
  reportingPeriods(year, today).find(({ id }) => id === `${year}-${name}`);

describe('the reporting periods of a year', () => {
  it.each([
    ['Q1', '2024-12-15', '2025-03-14'],
    ['Q2', '2025-03-15', '2025-06-14'],
    ['Q3', '2025-06-15', '2025-09-14'],
    ['Q4', '2025-09-15', '2025-12-14'],
    ['H1', '2024-12-15', '2025-06-14'],
    ['H2', '2025-06-15', '2025-12-14'],
    ['YEAR', '2024-12-15', '2025-12-14'],
  ])('%s runs from %s to %s, the day as of which its report is known', (name, from, to) => {
    expect(named(2025, name)).toMatchObject({ from, to, knownOn: to, year: 2025, status: 'INFERENCE' });
  });

  it('leave no day between two of a kind and share none, over the end of the year too', () => {
    for (const kind of ['QUARTER', 'HALF_YEAR', 'YEAR']) {
      const all = [2024, 2025, 2026]
        .flatMap((year) => reportingPeriods(year, '2025-01-01'))
        .filter((p) => p.kind === kind);
      for (const [index, period] of all.slice(1).entries()) expect(period.from).toBe(dayAfter(all[index]!.to));
    }
  });

  it('are closed from the day after their last one', () => {
    expect(named(2025, 'Q1', '2025-03-14')?.isClosed).toBe(false);
    expect(named(2025, 'Q1', '2025-03-15')?.isClosed).toBe(true);
  });

  it.each([0, -1, 1999, 3000, 2_147_483_647])('are refused for %d, which is no year of ours', (year) => {
    expect(() => reportingPeriods(year, '2025-01-01')).toThrow(`year: ${year}`);
  });
});
