import fc from 'fast-check';
import { BorderOracle } from './border-oracle';
import { LineageOracle } from './lineage-oracle';
import { LineageRegister, lines, RUNS } from './lineage-register';
import { childrenOn, Placement } from './placement';
import { randomHistory } from './random-lineage.fixture';
import { type Grouped, idOf, type Level, type Pair, type RegisterHistory } from './register-history';

const LEVELS: readonly Level[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];

let register: LineageRegister;
beforeAll(async () => {
  register = await LineageRegister.open();
}, 60_000);
afterAll(() => register.close());

interface Case {
  readonly oracle: LineageOracle;
  readonly pairs: readonly Pair[];
}

async function forAny(histories: fc.Arbitrary<RegisterHistory>, check: (one: Case) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(histories, (history) => {
    const oracle = new LineageOracle(history);
    return register.within(history, () => check({ oracle, pairs: oracle.pairs }));
  });
  await fc.assert(property, RUNS);
}

async function placements({ oracle, pairs }: Case): Promise<{ pair: Pair; placement: Placement }[]> {
  const members = await register.groupMembers(pairs);
  return pairs.map((pair) => {
    const own = members.filter(({ countedOn, map }) => countedOn === pair.countedOn && map === pair.map);
    return { pair, placement: new Placement(own, oracle.heldBelowProvince(pair.countedOn).map(idOf)) };
  });
}

const isIn = (groupId: string | null) => (one: Grouped) => one.groupId === groupId;

describe('on any maps, forwards and backwards', () => {
  it('a province is in the group that all of it became, and in none where it became parts of several', async () => {
    await forAny(randomHistory({ losesLinks: true }), async ({ oracle, pairs }) => {
      for (const level of LEVELS) {
        const expected = pairs.flatMap((pair) => oracle.groupUnits(level, pair));
        expect(lines(await register.groupUnits(level, pairs))).toEqual(lines(expected));
      }
    });
  });

  it('a unit below the province is placed where all that became of it lies, unplaced where only some of it does', async () => {
    await forAny(randomHistory({ losesLinks: true }), async ({ oracle, pairs }) => {
      const expected = pairs.flatMap((pair) => oracle.groupMembers(pair));
      expect(lines(await register.groupMembers(pairs))).toEqual(lines(expected));
    });
  });

  it('a province consists of whole ones where no unit crossed its border alone, and no province of it lies elsewhere', async () => {
    await forAny(randomHistory({ losesLinks: true }), async ({ oracle, pairs }) => {
      const borders = new BorderOracle(oracle);
      const expected = pairs.flatMap((pair) =>
        oracle.heldOn(pair.map, 'PROVINCE').flatMap(({ unitId: groupId }) => {
          return (borders.wholesOf(groupId, pair) ?? []).map((unitId) => ({ ...pair, unitId, groupId }));
        }),
      );
      expect(lines(await register.wholeProvinces(pairs))).toEqual(lines(expected));
    });
  });

  it('no unit is in no group, as long as all links are known', async () => {
    await forAny(randomHistory(), async (one) => {
      for (const { pair, placement } of await placements(one)) {
        const provinces = one.oracle.heldOn(pair.map, 'PROVINCE').map(idOf);
        const found = provinces.flatMap((id) => [...placement.in(id), ...placement.in(id, false)]);
        expect([...new Set(found)].sort()).toEqual([...placement.in('VN')].sort());
      }
    });
  });

  it('what is placed in the parts of a unit, and what is divided among them, adds up to what is placed in it', async () => {
    await forAny(randomHistory(), async (one) => {
      for (const { pair, placement } of await placements(one)) {
        for (const [unitId, parts] of childrenOn(pair.map, one.oracle)) {
          if (parts.length === 0) continue;
          const divided = placement.dividedIn(unitId, parts);
          const placed = [...divided, ...parts.flatMap((part) => placement.in(part))];
          // a unit in two parts would stand here twice
          expect(placed.sort()).toEqual(placement.in(unitId).sort());
          const unplaced = parts.flatMap((part) => placement.in(part, false));
          for (const id of unitId === 'VN' ? [] : divided) {
            const isWhole = one.oracle.fateOf(id, pair).includes(unitId);
            if (!isWhole) expect(unplaced.filter((other) => other === id).length).toBeGreaterThan(1);
          }
        }
      }
    });
  });

  it('on the map on which they are counted, each unit has exactly its own units', async () => {
    await forAny(randomHistory({ losesLinks: true }), async (one) => {
      for (const { pair, placement } of await placements(one)) {
        if (pair.countedOn !== pair.map) continue;
        const counted = one.oracle.heldBelowProvince(pair.map);
        for (const { unitId, level } of one.oracle.heldOn(pair.map)) {
          const own = counted.filter((unit) => [unit.unitId, unit.districtId, unit.provinceId].includes(unitId));
          if (level !== 'COUNTRY') expect(placement.in(unitId).sort()).toEqual(own.map(idOf).sort());
          expect(placement.in(unitId, false)).toEqual([]);
        }
      }
    });
  });

  it('the order in which the rows were written changes nothing', async () => {
    const twice = randomHistory({ losesLinks: true }).chain((history) => {
      const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
      const other = fc.record({ versions: shuffled(history.versions), links: shuffled(history.links) });
      return other.map((lists) => ({ ...history, other: { ...history, ...lists } }));
    });
    const property = fc.asyncProperty(twice, async ({ other, ...history }) => {
      const { pairs } = new LineageOracle(history);
      const ask = async () => [
        ...(await register.groupUnits('PROVINCE', pairs)),
        ...(await register.groupMembers(pairs)),
      ];
      expect(lines(await register.within(other, ask))).toEqual(lines(await register.within(history, ask)));
    });
    await fc.assert(property, RUNS);
  });
});

describe('where provinces only go whole into others', () => {
  it('the groups of a later map count every province once', async () => {
    await forAny(randomHistory({ mergesOnly: true }), async ({ oracle, pairs }) => {
      const later = pairs.filter(({ countedOn, map }) => countedOn <= map);
      const groups = await register.groupUnits('PROVINCE', later);
      for (const pair of later) {
        const own = groups.filter(({ countedOn, map }) => countedOn === pair.countedOn && map === pair.map);
        const sizes = oracle.heldOn(pair.map, 'PROVINCE').map((unit) => own.filter(isIn(unit.unitId)).length);
        expect(sizes.reduce((sum, size) => sum + size)).toBe(oracle.heldOn(pair.countedOn, 'PROVINCE').length);
      }
    });
  });

  it('there and back leads each province that did not merge to itself, and the others nowhere', async () => {
    await forAny(randomHistory({ mergesOnly: true }), async ({ pairs }) => {
      const all = await register.groupUnits('PROVINCE', pairs);
      for (const there of all.filter(({ countedOn, map }) => countedOn <= map)) {
        const { countedOn, map, unitId, groupId } = there;
        const merged = all.filter((one) => one.countedOn === countedOn && one.map === map).filter(isIn(groupId));
        const back = all.find((one) => one.countedOn === map && one.map === countedOn && one.unitId === groupId);
        expect(back?.groupId).toBe(merged.length === 1 ? unitId : null);
      }
    });
  });
});

describe('steps', () => {
  it('are the links between the two maps, farther from the counting day the later they are taken', async () => {
    await forAny(randomHistory({ losesLinks: true }), async ({ oracle, pairs }) => {
      const expected = pairs.flatMap((pair) => oracle.steps(pair).map((step) => ({ ...pair, ...step })));
      expect(lines(await register.steps(pairs))).toEqual(lines(expected));
    });
  });

  it('are known whole where every day between the two maps is', async () => {
    await forAny(randomHistory({ losesLinks: true }), async ({ oracle, pairs }) => {
      const complete = pairs.filter((pair) => oracle.isComplete(pair));
      expect(lines(await register.completePairs(pairs))).toEqual(lines(complete));
    });
  });
});
