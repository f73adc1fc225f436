import { parseProgramme } from './parse-programme';
import { asFile, type NewProgramme, newProgramme, newTarget } from './programme.fixture';

type Indicator = NewProgramme['indicators'][number];
type Set = Indicator['criteriaSets'][number];
type Year = Indicator['years'][number];

function faultsOf(change: (programme: NewProgramme, indicator: Indicator, set: Set, year: Year) => void) {
  const programme = newProgramme();
  const indicator = programme.indicators[0] as Indicator;
  change(programme, indicator, indicator.criteriaSets[0] as Set, indicator.years[1] as Year);
  return parseProgramme(asFile(programme)).faults;
}

const withTarget = (change: Partial<ReturnType<typeof newTarget>>) => (_: NewProgramme, indicator: Indicator) => {
  indicator.targets = [{ ...newTarget(), ...change }];
};

describe('a programme file', () => {
  it('is read with what it leaves out: no points, no checklist, a stated rule, evidence that may be given', () => {
    const { parsed, faults } = parseProgramme(asFile(newProgramme()));
    expect(faults).toBeUndefined();
    expect(parsed?.programme.indicators[0]?.criteriaSets[0]?.items[0]).toMatchObject({
      rule: { kind: 'STATED' },
      evidencePolicy: 'OPTIONAL',
      evidenceChecklist: [],
      points: null,
    });
  });

  it('has the hash of its text', () => {
    const hashOf = (content: Buffer) => parseProgramme(content).parsed?.contentHash;
    expect(hashOf(asFile(newProgramme()))).toBe(hashOf(asFile(newProgramme())));
    expect(hashOf(asFile({ ...newProgramme(), titleVi: 'Khác' }))).not.toBe(hashOf(asFile(newProgramme())));
  });

  it.each<[string, Parameters<typeof faultsOf>[0], string, RegExp]>([
    ['an unknown field', (p) => Object.assign(p, { colour: 'red' }), 'the whole file', /colour/],
    ['no indicator', (p) => p.indicators.splice(0), 'indicators', /must hold an indicator/],
    ['31 February', (p) => Object.assign(p, { validTo: '2026-02-31' }), 'validTo', /day of the calendar/],
    ['an end before its beginning', (p) => Object.assign(p, { validTo: '2025-01-01' }), 'validTo', /before validFrom/],
    ['an indicator twice', (p, i) => p.indicators.push(i), 'indicators[1].id', /stands twice/],
    ['a target twice', (_, i) => i.targets.push(newTarget()), 'indicators[0].targets[1].id', /stands twice/],
    [
      'a population twice',
      (_, i) => i.populations.push({ ...i.populations[0]!, isDefault: false }),
      'indicators[0].populations[1].id',
      /twice/,
    ],
    [
      'no default population',
      (_, i) => Object.assign(i.populations[0]!, { isDefault: false }),
      'indicators[0].populations',
      /found 0/,
    ],
    [
      'two default populations',
      (_, i) => i.populations.push({ ...i.populations[0]!, id: 'B' }),
      'indicators[0].populations',
      /found 2/,
    ],
    [
      'a default population of unknown units',
      (_, i) => Object.assign(i.populations[0]!, { kinds: null }),
      'indicators[0].populations[0].kinds',
      /known/,
    ],
    [
      'a district among communes',
      (_, i) => i.populations[0]!.kinds!.push('RURAL_DISTRICT'),
      'indicators[0].populations[0].kinds',
      /no kind of the level COMMUNE/,
    ],
    [
      'populations of what is given points',
      (_, i) => Object.assign(i, { shape: 'POINTS', years: [], targets: [] }),
      'indicators[0].populations',
      /POINTS counts no units/,
    ],
    [
      'years of what counts cases',
      (_, i) => Object.assign(i, { shape: 'CASES', populations: [], targets: [] }),
      'indicators[0].years',
      /CASES counts no units/,
    ],
    [
      'a version twice',
      (_, i) => Object.assign(i.criteriaSets[1]!, { version: 'FIRST' }),
      'indicators[0].criteriaSets[1].version',
      /twice/,
    ],
    [
      'a gap in the contents',
      (_, __, s) => Object.assign(s.items[1]!, { number: 3 }),
      'indicators[0].criteriaSets[0].items[1].number',
      /must be 2, found 3/,
    ],
    [
      'a rule over contents that are not known',
      (_, __, s) => s.items.splice(0),
      'indicators[0].criteriaSets[0].rule.kind',
      /use STATED/,
    ],
    [
      'more contents asked than there are',
      (_, __, s) => Object.assign(s, { rule: { kind: 'AT_LEAST_OF', count: 3 } }),
      'indicators[0].criteriaSets[0].rule.count',
      /at most 2/,
    ],
    [
      'an unknown rule',
      (_, __, s) => Object.assign(s.items[0]!, { rule: { kind: 'GUESSED' } }),
      'indicators[0].criteriaSets[0].items[0].rule.kind',
      /STATED/,
    ],
    [
      'a measure without a name',
      (_, __, s) => Object.assign(s.items[0]!, { rule: share('', 'subUnits') }),
      'indicators[0].criteriaSets[0].items[0].rule.conditions[0].part',
      /must name a measure/,
    ],
    [
      'a part of itself',
      (_, __, s) => Object.assign(s.items[0]!, { rule: share('a', 'a') }),
      'indicators[0].criteriaSets[0].items[0].rule.conditions[0].of',
      /another measure/,
    ],
    [
      'a share above 100 %',
      (_, __, s) => Object.assign(s.items[0]!, { rule: share('a', 'b', '100.01') }),
      'indicators[0].criteriaSets[0].items[0].rule.conditions[0].atLeastPercent',
      /0 to 100/,
    ],
    [
      'points where none are given',
      (_, __, s) => Object.assign(s.items[0]!, { points: 3 }),
      'indicators[0].criteriaSets[0].items[0].points',
      /no points/,
    ],
    [
      'a year of an unknown version',
      (_, __, ___, y) => Object.assign(y, { criteriaVersion: 'THIRD' }),
      'indicators[0].years[1].criteriaVersion',
      /"FIRST", "SECOND"/,
    ],
    ['a year twice', (_, __, ___, y) => Object.assign(y, { year: 2026 }), 'indicators[0].years[1].year', /after 2026/],
    [
      'windows that overlap',
      (_, __, ___, y) => Object.assign(y, { windowFrom: '2026-11-15' }),
      'indicators[0].years[1].windowFrom',
      /overlaps the window of 2026/,
    ],
    [
      'a window that ends before it begins',
      (_, __, ___, y) => Object.assign(y, { windowTo: '2026-11-15' }),
      'indicators[0].years[1].windowTo',
      /before windowFrom/,
    ],
    [
      'a last day before the window',
      (_, __, ___, y) => Object.assign(y, { submitBy: '2026-11-15' }),
      'indicators[0].years[1].submitBy',
      /before windowFrom/,
    ],
    [
      'a province without its leading zero',
      withTarget({ scopeLevel: 'PROVINCE', scopeCode: '1' }),
      'indicators[0].targets[0].scopeCode',
      /leading zeros, found "1"/,
    ],
    [
      'a code that is a number',
      withTarget({ scopeLevel: 'PROVINCE', scopeCode: 19 as never }),
      'indicators[0].targets[0].scopeCode',
      /must be text/,
    ],
    ['a target above 100 %', withTarget({ percent: '101' }), 'indicators[0].targets[0].percent', /0 to 100/],
    ['a target that is a number', withTarget({ percent: 99 as never }), 'indicators[0].targets[0].percent', /string/],
    ['a target without a value', withTarget({ percent: null }), 'indicators[0].targets[0]', /either percent or units/],
    ['a target of both', withTarget({ units: 5, year: 2026 }), 'indicators[0].targets[0]', /either percent or units/],
    [
      'units without a year',
      withTarget({ percent: null, units: 5 }),
      'indicators[0].targets[0].year',
      /only an interim target/,
    ],
    ['a share without a due day', withTarget({ due: null }), 'indicators[0].targets[0].due', /must be a day/],
    ['a share without a baseline', withTarget({ baselineYear: null }), 'indicators[0].targets[0].baselineYear', /pace/],
    [
      'an interim target of a year after all',
      withTarget({ year: 2028 }),
      'indicators[0].targets[0].year',
      /neither a year of the indicator/,
    ],
    [
      'two authorities on one day',
      (_, i) => Object.assign(i, { authorities: [authority(null, '2026-06-30'), authority('2026-06-30', null)] }),
      'indicators[0].authorities[1].validFrom',
      /must come after/,
    ],
  ])('is refused with the place: %s', (_, change, place, message) => {
    expect(faultsOf(change)).toContainEqual({ place, message: expect.stringMatching(message) });
  });

  it('tells of all faults at once', () => {
    const faults = faultsOf((_, indicator, set, year) => {
      Object.assign(indicator.populations[0]!, { isDefault: false });
      Object.assign(set.items[1]!, { number: 7 });
      Object.assign(year, { criteriaVersion: 'THIRD' });
    });
    expect(faults?.map(({ place }) => place)).toEqual([
      'indicators[0].populations',
      'indicators[0].criteriaSets[0].items[1].number',
      'indicators[0].years[1].criteriaVersion',
    ]);
  });

  it.each([
    ['text that is no JSON', Buffer.from('{\n"id": x}'), 'line 2, column 7'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'the whole file'],
    ['a NUL, which no table holds', asFile({ ...newProgramme(), titleVi: 'a\0b' }), 'the whole file'],
    ['another schema', asFile({ ...newProgramme(), $schema: './other.json' }), '$schema'],
    ['a list', asFile([]), 'the whole file'],
  ])('is refused where it is %s', (_, content, place) => {
    expect(parseProgramme(content).faults?.[0]?.place).toBe(place);
  });
});

function share(part: string, of: string, atLeastPercent = '70') {
  return { kind: 'SHARE_OF_SUB_UNITS', conditions: [{ part, of, atLeastPercent }] };
}

function authority(validFrom: string | null, validTo: string | null) {
  return { nameVi: 'Cơ quan', nameEn: 'Office', validFrom, validTo, status: 'UNVERIFIED', source: null };
}
