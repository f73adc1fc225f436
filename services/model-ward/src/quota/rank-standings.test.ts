import { Origin, UnitKind } from '@tieuchi/subgraph-kit';
import { judgeQuota, standingOf } from './check-quota';
import { rankStandings } from './rank-standings';

const unit = (id: string, required: number, held: number, rest: { of?: number; pending?: number } = {}) => ({
  unit: { id },
  ...standingOf({
    unitId: id,
    countedAs: UnitKind.PROVINCE,
    name: id,
    required,
    held,
    pending: rest.pending ?? 0,
    share: rest.of === undefined ? null : { percent: '30', of: rest.of, words: 'phường' },
    origin: Origin.RECORDED,
  }),
});
const places = (...units: ReturnType<typeof unit>[]) =>
  rankStandings(units).map((place) => [place.unit.id, place.rank, place.tied]);

describe('the order of units', () => {
  it('goes by wards that are missing, never by percent: 1 of 2 stands before 8 of 10', () => {
    expect(places(unit('ten', 10, 8), unit('two', 2, 1))).toEqual([
      ['two', 1, 1],
      ['ten', 2, 1],
    ]);
  });

  it('gives equal units the same place, and the next place counts them all', () => {
    expect(places(unit('a', 3, 2), unit('b', 1, 1), unit('c', 1, 0), unit('d', 3, 15))).toEqual([
      ['b', 1, 2],
      ['d', 1, 2],
      ['a', 3, 2],
      ['c', 3, 2],
    ]);
  });

  it('goes on by the allowance that is used where nobody misses more', () => {
    expect(places(unit('wide', 30, 30, { of: 100 }), unit('narrow', 6, 10, { of: 20 }))).toEqual([
      ['narrow', 1, 1],
      ['wide', 2, 1],
    ]);
  });

  it('has no place for a unit whose open decisions would fill its gap', () => {
    expect(places(unit('open', 3, 2, { pending: 1 }), unit('short', 3, 1, { pending: 1 }))).toEqual([['short', 1, 1]]);
  });
});

it.each([
  [0, 0, 'FULFILLED'],
  [0, 5, 'FULFILLED'],
  [2, 1, 'SHORT'],
  [2, 2, 'UNDECIDED'],
])('a gap of %i with %i open decisions is %s', (shortfall, pending, verdict) => {
  expect(judgeQuota(shortfall, pending)).toBe(verdict);
});
