import { sumLedgers } from './sum-ledgers';

const COMMON = '{"origin":"RECORDED"}';
const ledger = (days: number[], counts: number[], targets?: unknown[]) =>
  `${COMMON}\n${JSON.stringify({ place: 'Tỉnh A', days, tallies: [[0, 0, 2025, ...counts]], targets })}`;
const sumOf = (...ledgers: string[]) => {
  const [common, own] = (sumLedgers('Vùng X', ledgers) ?? '').split('\n');
  return { common, own: JSON.parse(own ?? '') };
};
const OWN = [0, '98', '2025-12-31', 'KH', '2022-11-23', 2022, false];
const NATIONAL = [0, '99', '2025-12-31', 'QĐ', '2022-08-02', 2022, true];

it('adds counts of different length, and keeps the target of the country alone', () => {
  const { common, own } = sumOf(ledger([0], [121, 118, 2]), ledger([0], [95, 90, 1, 0, 4], [OWN, NATIONAL]));
  expect(common).toBe(COMMON);
  expect(own).toEqual({ place: 'Vùng X', days: [0], tallies: [[0, 0, 2025, 216, 208, 3, 0, 4]] });
  const turned = sumOf(ledger([0], [95], [OWN, NATIONAL]), ledger([0], [121, 118])).own;
  expect(turned).toMatchObject({ tallies: [[0, 0, 2025, 216, 118]], targets: [NATIONAL] });
});

it('adds what is of one indicator, population and year, and nothing else', () => {
  const other = `${COMMON}\n${JSON.stringify({
    days: [0],
    tallies: [
      [0, 1, 2025, 7],
      [1, 0, 2025, 8],
      [0, 0, 2024, 9],
    ],
  })}`;
  const { tallies } = sumOf(ledger([0], [95]), other).own;
  expect(tallies).toEqual([
    [0, 0, 2025, 95],
    [0, 1, 2025, 7],
    [1, 0, 2025, 8],
    [0, 0, 2024, 9],
  ]);
});

it('answers only for days for which each of the units can, and for no units not at all', () => {
  expect(sumOf(ledger([0, 1], [1]), ledger([1], [1])).own.days).toEqual([1]);
  expect(sumLedgers('Vùng X', [])).toBeNull();
});
