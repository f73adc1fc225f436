import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReorganisation } from './parse-reorganisation';

const JSON_FORM = JSON.stringify({
  effectiveOn: '2027-01-01',
  decision: { number: '12/NQ-UBTVQH16', date: '2026-11-20', issuer: 'Ủy ban Thường vụ Quốc hội' },
  changes: [
    {
      change: 'MERGE',
      level: 'COMMUNE',
      from: ['00101'],
      into: { code: '00111', fullName: 'Xã Mới, Cũ', parentCode: '01' },
    },
    { change: 'MERGE', level: 'COMMUNE', from: ['00102'], into: { code: '00111' } },
    {
      change: 'SPLIT',
      level: 'COMMUNE',
      code: '00103',
      into: [
        { code: '00103', isMain: true },
        { code: '00104', link: 'PARTIAL_AREA_ONLY', isMain: false },
      ],
    },
    { change: 'DISSOLVE', level: 'DISTRICT', code: '318', into: [{ level: 'COMMUNE', code: '11914' }] },
    { change: 'DISSOLVE', level: 'DISTRICT', code: '319', into: [] },
    { change: 'RENAME', level: 'COMMUNE', code: '00105', fullName: 'Xã Khác' },
    { change: 'RECODE', level: 'COMMUNE', code: '00106', newCode: '00116' },
    { change: 'MOVE', level: 'COMMUNE', code: '00107', parentCode: '02' },
  ],
});

const HEADING =
  'effective_on,decision_number,decision_date,issuer,change,level,code,new_level,new_code,new_full_name,new_parent_code,link,is_main';
const FIRST = '2027-01-01,12/NQ-UBTVQH16,2026-11-20,Ủy ban Thường vụ Quốc hội';
const CSV_FORM = `${HEADING}
${FIRST},MERGE,COMMUNE,00101,,00111,"Xã Mới, Cũ",01,,
,,,,MERGE,COMMUNE,00102,,00111,,,,
,,,,SPLIT,COMMUNE,00103,,00103,,,,yes
,,,,DISSOLVE,DISTRICT,318,COMMUNE,11914,,,,
,,,,SPLIT,COMMUNE,00103,,00104,,,PARTIAL_AREA_ONLY,no
,,,,DISSOLVE,DISTRICT,319,,,,,,
,,,,RENAME,COMMUNE,00105,,,Xã Khác,,,
,,,,RECODE,COMMUNE,00106,,00116,,,,
,,,,MOVE,COMMUNE,00107,,,,02,,
`;

function faultsOf(text: string): string[] {
  return (parseReorganisation(text).faults ?? []).map(({ place, message }) => `${place}: ${message}`);
}

describe('both forms', () => {
  test('say the same, each change with its place', () => {
    const fromJson = parseReorganisation(JSON_FORM).reorganisation;
    const withoutPlaces = (text: string) =>
      parseReorganisation(text).reorganisation?.changes.map(({ place, ...change }) => change);
    expect(faultsOf(CSV_FORM)).toEqual([]);
    expect(withoutPlaces(CSV_FORM)).toEqual(withoutPlaces(JSON_FORM));
    expect(fromJson?.changes.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => `changes[${n}]`));
    const fromCsv = parseReorganisation(CSV_FORM).reorganisation;
    expect(fromCsv?.changes.map(({ place }) => place)).toEqual([2, 3, 4, 5, 7, 8, 9, 10].map((line) => `line ${line}`));
    expect(fromCsv?.decision).toEqual(fromJson?.decision);
  });

  test('are read with semicolons, a byte order mark and CRLF too', () => {
    const semicolons = CSV_FORM.replace('"Xã Mới, Cũ"', '"Xã Mới\u0001 Cũ"')
      .replaceAll(',', ';')
      .replace('\u0001', ',');
    const saved = `\uFEFF${semicolons.replaceAll('\n', '\r\n')}`;
    expect(parseReorganisation(saved)).toEqual(parseReorganisation(CSV_FORM));
  });
});

test('the examples of the documentation are read without a fault', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/reorganisation-file.md'), 'utf8');
  const examples = [...text.matchAll(/```(?:json)?\n(.*?)```/gs)].map(([, example = '']) => example);
  expect(examples.map((example) => parseReorganisation(example).reorganisation?.changes.length)).toEqual([7, 6]);
});

describe('a wrong file is refused with every fault and its place', () => {
  test('in JSON', () => {
    const broken = JSON_FORM.replace('2027-01-01', '2027-02-31')
      .replace('"00102"', '102')
      .replace('"00106"', '"106"')
      .replace(',"isMain":true', '')
      .replace('"fullName":"Xã Khác"', '"name":"Xã Khác"');
    expect(faultsOf(broken)).toEqual([
      'effectiveOn: must be a day of the calendar, written YYYY-MM-DD',
      'changes[1].from[0]: must be text, so that leading zeros stay',
      'changes[2].into: must mark 00103 as isMain, because that unit goes on',
      'changes[5].fullName: Invalid input: expected string, received undefined',
      'changes[5]: Unrecognized key: "name"',
      'changes[6].code: must be the 5 digits of a code of level COMMUNE, with leading zeros, found "106"',
    ]);
  });

  test('in CSV', () => {
    const broken = CSV_FORM.replace('2027-01-01', '2027-02-31')
      .replace('SPLIT,COMMUNE,00103,,00104,,,PARTIAL_AREA_ONLY', 'SPLIT,COMMUNE,00103,,104,,,')
      .replace('RENAME,COMMUNE,00105,,,Xã Khác', 'RENAME,COMMUNE,00105,,,')
      .replace('MOVE,COMMUNE', 'SHIFT,COMMUNE');
    expect(faultsOf(broken)).toEqual([
      'line 2, effective_on: must be a day of the calendar, written YYYY-MM-DD',
      'line 6, new_code: must be the 5 digits of a code of level COMMUNE, with leading zeros, found "104"',
      'line 6, link: must say what goes there: PARTIAL, PARTIAL_AREA_ONLY, PARTIAL_AREA_ALL_POPULATION, PARTIAL_POPULATION',
      'line 8, new_full_name: Invalid input: expected string, received undefined',
      "line 10, change: Invalid discriminator value. Expected 'MERGE' | 'SPLIT' | 'DISSOLVE' | 'RENAME' | 'RETYPE' | 'RECODE' | 'MOVE'",
    ]);
  });

  test.each([
    ['a truncated JSON', JSON_FORM.slice(0, 200), /^the whole file: is not complete JSON/],
    [
      'another heading',
      CSV_FORM.replace('is_main', 'main'),
      /^line 1: must be the heading .*unknown or twice: main; missing: is_main/,
    ],
    ['a truncated CSV row', CSV_FORM.slice(0, -5), /^line 10: is not CSV: Invalid Record Length/],
    [
      'two decisions',
      CSV_FORM.replace(',,,,RENAME', ',13/NQ,,,RENAME'),
      /^line 8: decision_number must be that of the first row/,
    ],
    ['UTF-16', Buffer.from(CSV_FORM, 'utf16le').toString('utf8'), /^the whole file: is not UTF-8/],
    ['a heading alone', HEADING, /effective_on/],
    ['nothing', '', /^line 1: must be the heading/],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)[0]).toMatch(fault);
  });

  test('a dissolved commune and a new unit without a parent are incomplete', () => {
    const change = (one: object) => JSON.stringify({ ...JSON.parse(JSON_FORM), changes: [one] });
    expect(faultsOf(change({ change: 'DISSOLVE', level: 'COMMUNE', code: '00101', into: [] }))).toEqual([
      'changes[0].into: must name where the unit goes',
    ]);
    const into = { code: '00111', fullName: 'Xã Mới' };
    expect(faultsOf(change({ change: 'MERGE', level: 'COMMUNE', from: ['00101', '00102'], into }))).toEqual([
      'changes[0].into.parentCode: must say where the new unit lies',
    ]);
  });
});
