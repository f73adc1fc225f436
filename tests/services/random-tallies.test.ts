import fc from 'fast-check';
import { BorderOracle } from './border-oracle';
import { LineageOracle } from './lineage-oracle';
import { LineageRegister, RUNS } from './lineage-register';
import { childrenOn, Placement } from './placement';
import { randomHistory } from './random-lineage.fixture';
import { type Counts, Results, recordAll, SERIES, talliesOn, type Verdict } from './recorded-results';
import { idOf, type Pair, type RegisterHistory, type UnitRow } from './register-history';

let register: LineageRegister;
beforeAll(async () => {
  register = await LineageRegister.open();
}, 60_000);
afterAll(() => register.close());

interface Recorded {
  readonly oracle: LineageOracle;
  readonly countedOn: string;
  readonly maps: readonly string[];
  readonly results: readonly Results[];
}

async function forAnyResults(histories: fc.Arbitrary<RegisterHistory>, check: (one: Recorded) => Promise<void>) {
  const verdicts = fc.constantFrom<Verdict[]>('MET', 'NOT_MET', 'UNKNOWN', null);
  const drawn = fc.array(verdicts, { minLength: 1, maxLength: 20 });
  const property = fc.asyncProperty(histories, fc.nat(), drawn, (history, place, all) => {
    const oracle = new LineageOracle(history);
    const countedOn = history.days[place % history.days.length] as string;
    const results = SERIES.map((series) => new Results(series, oracle.heldBelowProvince(countedOn), all));
    return register.within(history, async () => {
      await recordAll(register, countedOn, results);
      await check({ oracle, countedOn, maps: history.days, results });
    });
  });
  await fc.assert(property, RUNS);
}

/** By unit and map, from the oracles alone; null where the unit cannot answer. */
function expectedCounts(
  { unitId, level }: UnitRow,
  pair: Pair,
  oracle: LineageOracle,
  results: Results,
): Counts | null {
  const counted = oracle.heldBelowProvince(pair.countedOn);
  if (level === 'COUNTRY') return results.countOf(counted.map(idOf));
  // a district does not count itself
  const isCounted = (unit: UnitRow) => unit.level === 'COMMUNE' || level !== 'DISTRICT';
  const ids = new Set(counted.filter(isCounted).map(idOf));
  const members = oracle.groupMembers(pair).filter((one) => one.groupId === unitId && ids.has(one.unitId));
  const [placed, unplaced] = [true, false].map((is) => members.filter((one) => one.placed === is).map(idOf));
  if (oracle.isComplete(pair) || members.length > 0) return results.countOf(placed ?? [], unplaced);
  const borders = new BorderOracle(oracle);
  const wholes = level === 'PROVINCE' ? borders.wholesOf(unitId, pair) : null;
  if (wholes) return results.countOf(counted.filter((unit) => wholes.includes(unit.provinceId ?? '')).map(idOf));
  if (!borders.isUntouched(unitId, pair)) return null;
  return results.countOf(counted.filter((unit) => unit.districtId === unitId).map(idOf));
}

/** Without `unplaced`: a divided unit is unplaced in each part, so it adds up to nothing. */
function sum(counts: readonly (Counts | null)[]): Omit<Counts, 'unplaced'> {
  const add = (of: keyof Counts) => counts.reduce((all, one) => all + (one?.[of] ?? 0), 0);
  return { total: add('total'), met: add('met'), notMet: add('notMet') };
}

describe('tallies of any results on any maps', () => {
  it('are those of the units that lie inside, on every way to them, and null while those are not known', async () => {
    await forAnyResults(randomHistory({ losesLinks: true }), async ({ oracle, countedOn, maps, results }) => {
      for (const map of maps) {
        const tallyOf = await talliesOn(register, map);
        for (const unit of oracle.heldOn(map)) {
          for (const one of results) {
            const expected = expectedCounts(unit, { countedOn, map }, oracle, one);
            expect([unit.unitId, one.series.kind, tallyOf(unit.unitId, one.series)]).toEqual([
              unit.unitId,
              one.series.kind,
              expected,
            ]);
          }
        }
      }
    });
  });

  it('add up from the communes to the country on the map on which they are counted', async () => {
    await forAnyResults(randomHistory({ losesLinks: true }), async ({ oracle, countedOn, results }) => {
      const tallyOf = await talliesOn(register, countedOn);
      const [communes] = results as [Results, Results];
      expect(tallyOf('VN', communes.series)).toEqual(communes.countOf(communes.all));
      for (const [unitId, parts] of childrenOn(countedOn, oracle)) {
        if (parts.length === 0) continue;
        const counts = parts.map((part) => tallyOf(part, communes.series));
        expect(sum(counts)).toEqual(sum([tallyOf(unitId, communes.series)]));
      }
    });
  });

  it('grouped on another map, keep every result in one province or among the divided units', async () => {
    await forAnyResults(randomHistory(), async ({ oracle, countedOn, maps, results }) => {
      const pairs = maps.map((map) => ({ countedOn, map }));
      const members = await register.groupMembers(pairs);
      for (const { map } of pairs) {
        const tallyOf = await talliesOn(register, map);
        const provinces = oracle.heldOn(map, 'PROVINCE').map(idOf);
        const counted = oracle.heldBelowProvince(countedOn).map(idOf);
        const placement = new Placement(
          members.filter((one) => one.map === map),
          counted,
        );
        for (const one of results) {
          const divided = one.countOf(placement.dividedIn('VN', provinces));
          const counts = [...provinces.map((id) => tallyOf(id, one.series)), divided];
          expect(sum(counts)).toEqual(sum([tallyOf('VN', one.series)]));
          expect(sum(counts)).toEqual(sum([one.countOf(one.all)]));
        }
      }
    });
  });

  it('add up from the communes to a province whose border nothing crossed', async () => {
    const histories = fc.boolean().chain((mergesOnly) => randomHistory({ mergesOnly, crossesBorders: false }));
    await forAnyResults(histories, async ({ oracle, countedOn, maps, results }) => {
      const members = await register.groupMembers(maps.map((map) => ({ countedOn, map })));
      const communes = results[0] as Results;
      const { series } = communes;
      for (const map of maps) {
        const tallyOf = await talliesOn(register, map);
        const own = members.filter((one) => one.map === map);
        const placement = new Placement(own, communes.all);
        for (const { unitId } of oracle.heldOn(map, 'PROVINCE')) {
          const inside = oracle.heldOn(map, 'COMMUNE').filter(({ provinceId }) => provinceId === unitId);
          const parts = inside.map(idOf);
          const divided = communes.countOf(placement.dividedIn(unitId, parts), placement.in(unitId, false));
          const counts = parts.map((part) => tallyOf(part, series));
          expect(sum([...counts, divided])).toEqual(sum([tallyOf(unitId, series)]));
          expect(tallyOf(unitId, series)?.unplaced).toBe(divided.unplaced);
        }
      }
    });
  });
});
