import { type Actor, type Database, SYSTEM } from '@tieuchi/subgraph-kit';
import { PredecessorResultsRepository } from '../../services/rural-security/src/assessment/predecessor-results.repository';
import { LineageRegister } from './lineage-register';
import { Results, recordAll, SERIES, type Series, talliesOn } from './recorded-results';
import type { LinkRow, RegisterHistory, VersionRow } from './register-history';

const [A, B, C] = ['2025-06-30', '2025-07-01', '2026-04-30'] as const;
const [COMMUNES, DISTRICTS] = SERIES;

let register: LineageRegister;
beforeAll(async () => {
  register = await LineageRegister.open();
}, 60_000);
afterAll(() => register.close());

type Life = Partial<Pick<VersionRow, 'validFrom' | 'validTo'>>;

function province(unitId: string, life: Life = {}): VersionRow {
  const place = { districtId: null, provinceId: null, validFrom: null, validTo: null };
  return { unitId, level: 'PROVINCE', kind: 'PROVINCE', name: unitId, ...place, ...life };
}

function commune(unitId: string, provinceId: string, life: Life = {}, districtId: string | null = null): VersionRow {
  const kinds = { level: 'COMMUNE', kind: 'RURAL_COMMUNE' } as const;
  return { ...province(unitId, life), ...kinds, districtId, provinceId };
}

function district(unitId: string, provinceId: string, life: Life = {}): VersionRow {
  return { ...province(unitId, life), level: 'DISTRICT', kind: 'RURAL_DISTRICT', provinceId };
}

/** Whole and main, or, with `~`, a part of a unit that goes on: `C1 ~ C2`. */
function links(effectiveOn: string, ...texts: readonly string[]): LinkRow[] {
  return texts.map((text) => {
    const [predecessorId, sign, successorId] = text.split(' ') as [string, string, string];
    return { predecessorId, successorId, effectiveOn, isMain: sign !== '~' };
  });
}

function history(versions: VersionRow[], given: LinkRow[], incomplete: readonly string[] = []): RegisterHistory {
  const days = [...new Set(given.map(({ effectiveOn }) => effectiveOn)), B].sort();
  const reorganisations = [...new Set(days)].map((day) => ({
    effectiveOn: day,
    linksComplete: !incomplete.includes(day),
  }));
  return { versions: [...versions, COUNTRY], links: given, reorganisations, days: [A, ...days] };
}

const COUNTRY: VersionRow = { ...province('VN'), level: 'COUNTRY', kind: 'COUNTRY' };

async function placesOf(unitId: string, countedOn: string, map: string): Promise<Record<string, boolean>> {
  const members = await register.groupMembers([{ countedOn, map }]);
  return Object.fromEntries(
    members.filter((one) => one.unitId === unitId).map(({ groupId, placed }) => [groupId, placed]),
  );
}

/** `total` and `unplaced` of each unit, with no result recorded. */
async function totals(one: RegisterHistory, map: string, series: Series, unitIds: readonly string[]) {
  const results = SERIES.map((kinds) => new Results(kinds, [], [null]));
  return register.within(one, async () => {
    await recordAll(register, A, results);
    const tallyOf = await talliesOn(register, map);
    return unitIds.map((unitId) => {
      const counts = tallyOf(unitId, series);
      return counts && [counts.total, counts.unplaced];
    });
  });
}

describe('reorganisations one after the other', () => {
  it('lead a province into the one that took it in, not into what that one had given away before', async () => {
    const one = history(
      [province('P1', { validTo: C }), province('P2'), province('P3', { validFrom: B })],
      [...links(B, 'P2 ~ P3'), ...links(C, 'P1 > P2')],
    );
    const groups = await register.within(one, () => register.groupUnits('PROVINCE', [{ countedOn: A, map: C }]));
    expect(Object.fromEntries(groups.map(({ unitId, groupId }) => [unitId, groupId]))).toEqual({ P1: 'P2', P2: null });
  });

  it.each([
    ['later', C],
    ['on the same day', B],
  ])('place a commune in the one that took it in, which gave a part away before: %s', async (_when, day) => {
    const versions = [
      commune('C1', 'P1', { validTo: day }),
      commune('C2', 'P1'),
      commune('C3', 'P1', { validFrom: B }),
    ];
    const one = history([province('P1'), ...versions], [...links(B, 'C2 ~ C3'), ...links(day, 'C1 > C2')]);
    const places = await register.within(one, () => placesOf('C1', A, C));
    expect(places).toEqual({ C2: true, P1: true });
  });

  it('let a commune go into one to which it had given a part before', async () => {
    const versions = [commune('C1', 'P1', { validTo: C }), commune('C2', 'P1')];
    const one = history([province('P1'), ...versions], [...links(B, 'C1 ~ C2'), ...links(C, 'C1 > C2')]);
    expect(await register.within(one, () => placesOf('C1', A, B))).toEqual({ C1: false, C2: false, P1: true });
    expect(await register.within(one, () => placesOf('C1', A, C))).toEqual({ C2: true, P1: true });
  });
});

describe('the predecessors of a commune', () => {
  const question = { indicatorId: COMMUNES.indicatorId, year: 2025 };
  /** The id of each, with whether all of it went there. */
  async function predecessorsOf(unitId: string, map: string) {
    await recordAll(register, A, []);
    const database = { read: (_actor: Actor, sql: string, values: unknown[]) => register.rows(sql, values) };
    const repository = new PredecessorResultsRepository(database as unknown as Database, SYSTEM);
    const found = await repository.findPredecessorsByUnitIds([unitId], question, { map, knownOn: null, today: map });
    return Object.fromEntries(found.map(({ code, whole }) => [code, whole]));
  }

  it('are not those of a commune that went, later, into one of them', async () => {
    const versions = [commune('C1', 'P1', { validTo: C }), commune('C2', 'P1'), commune('C3', 'P1', { validFrom: B })];
    const one = history([province('P1'), ...versions], [...links(B, 'C2 ~ C3'), ...links(C, 'C1 > C2')]);
    expect(await register.within(one, () => predecessorsOf('C3', C))).toEqual({ C2: false });
    expect(await register.within(one, () => predecessorsOf('C2', C))).toEqual({ C1: true });
  });
});

describe('districts among the units that are counted', () => {
  it('are where a commune made of one lies on an earlier map', async () => {
    const one = history(
      [province('P1'), district('D1', 'P1', { validTo: B }), commune('C1', 'P1', { validFrom: B })],
      links(B, 'D1 > C1'),
    );
    expect(await register.within(one, () => placesOf('C1', B, A))).toEqual({ D1: true, P1: true });
    expect(await register.within(one, () => placesOf('D1', A, B))).toEqual({ C1: true, P1: true });
  });

  it('are not placed where only their land outside their communes went', async () => {
    const versions = [
      ...[province('P1'), district('D1', 'P1', { validTo: B }), commune('C2', 'P1', { validFrom: B })],
      ...[commune('C1', 'P1', { validTo: B }, 'D1'), commune('C1', 'P1', { validFrom: B })],
    ];
    const places = await register.within(history(versions, links(B, 'D1 ~ C2')), () => placesOf('D1', A, B));
    expect(places).toEqual({ C1: false, C2: false, P1: true });
  });

  it('were not placed on an earlier map where only the land outside their communes came from', async () => {
    const versions = [
      ...[province('P1'), district('D1', 'P1', { validFrom: B }), commune('C2', 'P1', { validTo: B })],
      ...[commune('C1', 'P1', { validTo: B }), commune('C1', 'P1', { validFrom: B }, 'D1')],
    ];
    const places = await register.within(history(versions, links(B, 'C2 ~ D1')), () => placesOf('D1', B, A));
    expect(places).toEqual({ C1: false, C2: false, P1: true });
  });

  it('are where their province lies, when they ended without successors and had no communes', async () => {
    const versions = [province('P1', { validTo: B }), province('P2', { validFrom: B })];
    const one = history([...versions, district('D1', 'P1', { validTo: B })], links(B, 'P1 > P2'));
    expect(await register.within(one, () => placesOf('D1', A, B))).toEqual({ P2: true });
  });

  it('are placed where all of their communes lie, though they ended without successors', async () => {
    const versions = [
      ...[province('P1'), province('P2', { validFrom: B }), province('P3')],
      ...[
        district('D1', 'P1', { validTo: B }),
        district('D2', 'P1', { validTo: B }),
        district('D3', 'P3', { validTo: B }),
      ],
      ...[commune('C1', 'P1', { validTo: B }, 'D1'), commune('C1', 'P2', { validFrom: B })],
      ...[commune('C2', 'P1', { validTo: B }, 'D2'), commune('C2', 'P1', { validFrom: B })],
      ...[commune('C3', 'P1', { validTo: B }, 'D2'), commune('C3', 'P2', { validFrom: B })],
      ...[commune('C4', 'P3', { validTo: B }, 'D3'), commune('C4', 'P3', { validFrom: B })],
    ];
    const one = history(versions, links(B, 'P1 ~ P2'));
    expect(await totals(one, B, DISTRICTS, ['P1', 'P2', 'P3', 'VN'])).toEqual([
      [0, 1],
      [1, 1],
      [1, 0],
      [3, 0],
    ]);
  });
});

describe('provinces that go on', () => {
  it('count a commune where it went, alone, from one to the other', async () => {
    const versions = [commune('C1', 'P1', { validTo: B }), commune('C1', 'P2', { validFrom: B }), commune('C2', 'P2')];
    const one = history([province('P1'), province('P2'), province('P3'), ...versions, commune('C3', 'P3')], []);
    expect(await totals(one, B, COMMUNES, ['P1', 'P2', 'P3'])).toEqual([
      [0, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it('cannot answer where one of them was divided and not all links are known; the others can', async () => {
    const versions = [
      ...[province('P1'), province('P2', { validFrom: B }), province('P3')],
      ...[
        commune('C1', 'P1'),
        commune('C2', 'P1', { validTo: B }),
        commune('C3', 'P2', { validFrom: B }),
        commune('C4', 'P3'),
      ],
    ];
    const given = [...links(B, 'P1 ~ P2'), ...links(B, 'C2 > C3')];
    const ids = ['P1', 'P2', 'P3', 'VN', 'C1', 'C3'];
    const unknown = await totals(history(versions, given, [B]), B, COMMUNES, ids);
    expect(unknown).toEqual([null, null, [1, 0], [3, 0], [1, 0], null]);
    const known = await totals(history(versions, given), B, COMMUNES, ids);
    expect(known).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [3, 0],
      [1, 0],
      [1, 0],
    ]);
  });
});

it('a district to which another one came whole cannot answer while links are missing; its neighbour can', async () => {
  const versions = [
    ...[province('P1'), district('D1', 'P1'), district('D2', 'P1', { validTo: B }), district('D3', 'P1')],
    ...[commune('C1', 'P1', {}, 'D1'), commune('C3', 'P1', {}, 'D3')],
  ];
  expect(await totals(history(versions, links(B, 'D2 > D1'), [B]), B, COMMUNES, ['D1', 'D3'])).toEqual([null, [1, 0]]);
});

it('a commune that ended or began without a link says that the links of its day are not all known', async () => {
  const one = history([province('P1'), commune('C1', 'P1', { validTo: B }), commune('C2', 'P1', { validFrom: C })], []);
  const pairs = [A, B, C].map((map) => ({ countedOn: map, map: map === A ? B : C }));
  const complete = await register.within(one, () => register.completePairs(pairs));
  expect(complete).toEqual([{ countedOn: C, map: C }]);
});
