import { sumLedgers } from './sum-ledgers';

const ledger = (days: number[], counts: number[], targets: unknown[] | null = null) =>
  JSON.stringify({
    place: 'Tỉnh A',
    origin: 'RECORDED',
    days,
    indicators: {
      'a/1': [['ALL'], ['19.2', 'xã', 'communes'], { 2025: 0 }, { ALL: { 2025: counts } }, targets, null],
      'a/0': [null, ['1', 'vụ', 'cases']],
    },
  });
const OWN = ['98', '2025-12-31', 'KH', '2022-11-23', 2022, false];
const NATIONAL = ['99', '2025-12-31', 'QĐ', '2022-08-02', 2022, true];

it('adds counts of different length, and keeps the target of the country alone', () => {
  const sum = JSON.parse(
    sumLedgers('Vùng X', [ledger([0], [121, 118, 2]), ledger([0], [95, 90, 1, 0, 4], [OWN, NATIONAL])]) ?? '',
  );
  expect(sum).toMatchObject({ place: 'Vùng X', origin: 'RECORDED', days: [0] });
  expect(sum.indicators['a/1'].slice(3, 5)).toEqual([{ ALL: { 2025: [216, 208, 3, 0, 4] } }, []]);
  const turned = JSON.parse(sumLedgers('Vùng X', [ledger([0], [95], [OWN, NATIONAL]), ledger([0], [121, 118])]) ?? '');
  expect(turned.indicators['a/1'].slice(3, 5)).toEqual([{ ALL: { 2025: [216, 118] } }, [NATIONAL]]);
  expect(turned.indicators['a/0']).toEqual([null, ['1', 'vụ', 'cases']]);
});

it('answers only for days for which each of the units can, and for no units not at all', () => {
  expect(JSON.parse(sumLedgers('Vùng X', [ledger([0, 1], [1]), ledger([1], [1])]) ?? '').days).toEqual([1]);
  expect(sumLedgers('Vùng X', [])).toBeNull();
});
