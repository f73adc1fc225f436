import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuotaRules, unitsOf } from './quota-rule-file';

const rules = readQuotaRules();
const find = (id: string) => rules.find((rule) => rule.id === id)!;
const requiredOf = (id: string) => unitsOf(find(id)).reduce((sum, { required }) => sum + required, 0);

function readWith(changed: object) {
  const file = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules.json');
  writeFileSync(file, JSON.stringify([{ ...find('hcm-2023-07-by-2025'), ...changed }]));
  return () => readQuotaRules(file);
}
const share = (percent: string, of: number) => ({
  level: 'PROVINCE',
  codes: ['79'],
  share: { percent, of, words: 'phường' },
});

describe('the shipped quota rules', () => {
  it.each([
    ['mps-2022-11', 73],
    ['mps-2023-12', 106],
    ['hcm-2023-07-by-2023', 19],
    // 30 % of 249 is 74.7
    ['hcm-2023-07-by-2025', 75],
    ['hcm-2023-07-by-2030', 249],
    ['phu-yen-2023-02-by-2025', 7],
    ['phu-yen-2023-02-by-2030', 21],
    ['ba-ria-vung-tau-2022-11-by-2023', 1],
  ])('%s asks for %i wards', (id, required) => {
    expect(requiredOf(id)).toBe(required);
  });

  it('say what is not known exactly where no unit can be listed, and are UNVERIFIED there', () => {
    const open = rules.filter(({ notKnown }) => notKnown !== null);
    expect(open.map(({ id }) => id)).toEqual([
      'hung-yen-2023-by-2025',
      'hung-yen-2023-by-2028',
      'binh-phuoc-2024-04-by-2025',
      'ba-ria-vung-tau-by-2030',
      'bac-ninh-2024-05',
      'dong-nai-2024-04',
    ]);
    for (const { units, status } of open) expect([units, status]).toEqual([[], 'UNVERIFIED']);
    for (const rule of rules.filter(({ notKnown }) => notKnown === null)) expect(unitsOf(rule)).not.toEqual([]);
  });

  it('name a unit once each, and where they stand', () => {
    for (const rule of rules) {
      const named = unitsOf(rule).map(({ level, code }) => `${level} ${code}`);
      expect([rule.id, new Set(named).size]).toEqual([rule.id, named.length]);
      expect(rule.source.length * rule.words.length * rule.reading.length).toBeGreaterThan(0);
    }
  });

  it('claim no end of a recognition, because no source sets one', () => {
    expect(rules.every(({ validityYears }) => validityYears === null)).toBe(true);
  });
});

it.each([
  ['a share of more than all', { units: [share('130', 249)] }, 'units'],
  ['registrations that go by the year of a recognition', { counts: 'REGISTERED' }, '[0].by: must be REGISTRATION_DATE'],
  ['units beside something that is not known', { notKnown: 'x', status: 'UNVERIFIED' }, '[0].units: must be empty'],
  ['a rule without units', { units: [] }, '[0].units: must be empty'],
  ['what is not known as sourced', { notKnown: 'x', units: [], status: 'SOURCED' }, '[0].status: must be UNVERIFIED'],
])('refuses %s with its place', (_, changed, place) => {
  expect(readWith(changed)).toThrow(place);
});

it('rounds a share up in whole numbers: 70 % of 25 is 18, and 30 % of 10 is exactly 3', () => {
  const required = (percent: string, of: number) =>
    unitsOf(readWith({ units: [share(percent, of)] })()[0]!)[0]?.required;
  expect([required('70', 25), required('30', 10), required('50', 85), required('0', 5)]).toEqual([18, 3, 43, 0]);
});
