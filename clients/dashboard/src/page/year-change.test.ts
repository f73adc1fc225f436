import type { YearCountFragment } from '../data/operations.generated';
import { yearChange } from './year-change';

type Counted = NonNullable<YearCountFragment['attainment']>;

const point = (
  year: number,
  counted: Partial<Counted> | null,
  breaks: YearCountFragment['breaks'] = [],
): YearCountFragment => ({
  year,
  breaks,
  attainment: counted && { met: 90, total: 100, verdict: 'UNDECIDED', origin: 'RECORDED', ...counted },
});

it.each<[string, YearCountFragment, YearCountFragment, ReturnType<typeof yearChange>]>([
  ['more', point(2024, {}), point(2025, { met: 94 }), { kind: 'CHANGED', by: 4 }],
  ['fewer', point(2024, {}), point(2025, { met: 89 }), { kind: 'CHANGED', by: -1 }],
  [
    'of another number of units',
    point(2024, {}),
    point(2025, { total: 98 }, ['OTHER_UNITS']),
    { kind: 'OTHER_TOTAL', from: 100, to: 98 },
  ],
  ['of other units', point(2024, {}), point(2025, {}, ['OTHER_UNITS']), { kind: 'OTHER_UNITS' }],
  ['by another set', point(2024, {}), point(2025, { met: 99 }, ['OTHER_CRITERIA']), { kind: 'OTHER_CRITERIA' }],
  ['of another origin', point(2024, { origin: 'REPORTED' }), point(2025, {}), null],
  ['after a year without data', point(2024, { verdict: 'NO_DATA', met: 0 }), point(2025, {}), null],
  ['after a year that cannot be grouped', point(2024, null), point(2025, {}), null],
  ['after a gap', point(2023, {}), point(2025, {}), null],
])('a year that counts %s says just that of the one before', (_, before, now, expected) => {
  expect(yearChange([before, now], 2025)).toEqual(expected);
});
