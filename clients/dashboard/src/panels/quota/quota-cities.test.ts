import { quotaCities } from './quota-cities';
import type { QuotaRow } from './quota-content';

function row(code: string, countedAs: QuotaRow['countedAs'], held: number, required: number, under = ''): QuotaRow {
  const shortfall = Math.max(0, required - held);
  return {
    code,
    name: `Nơi ${code}`,
    fullName: `Nơi ${code}`,
    countedAs,
    held,
    required,
    shortfall,
    verdict: shortfall > 0 ? 'SHORT' : 'FULFILLED',
    sentence: '',
    under: under === '' ? null : { code: under, name: `Thành phố ${under}` },
  };
}

it('adds up the districts of a city, and a surplus of one fills no gap of another', () => {
  const rows = [
    row('490', 'URBAN_DISTRICT', 3, 1, '48'),
    row('491', 'URBAN_DISTRICT', 0, 1, '48'),
    row('916', 'URBAN_DISTRICT', 1, 1, '92'),
  ];
  expect(quotaCities(rows)).toEqual([
    { code: '48', name: 'Thành phố 48', held: 3, required: 2, shortfall: 1 },
    { code: '92', name: 'Thành phố 92', held: 1, required: 1, shortfall: 0 },
  ]);
});

it('has a city that a rule names itself, and no province', () => {
  const rows = [row('01', 'CENTRALLY_RUN_CITY', 2, 3), row('02', 'PROVINCE', 0, 1)];
  expect(quotaCities(rows)).toEqual([{ code: '01', name: 'Nơi 01', held: 2, required: 3, shortfall: 1 }]);
});
