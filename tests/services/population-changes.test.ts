import { startTestSystem, type TestSystem } from '../support/test-system';

const CHANGES = `query Changes($first: Int!, $after: String) {
  populationChanges(indicator: "ntm-2021-2025/19.2", from: 2022, to: 2025) {
    fromCountedOn toCountedOn fromTotal toTotal left joined
    units(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { reason kindAfter unit { code fullName } }
    }
  }
}`;

interface Change {
  readonly reason: string;
  readonly kindAfter: string | null;
  readonly unit: { code: string; fullName: string };
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

describe('two years that count different numbers of communes', () => {
  it('reconcile unit by unit: 8,248 − 556 = 7,692', async () => {
    const { data, errors } = await system.ask(CHANGES, { first: 500 });
    expect(errors).toBeUndefined();
    const { units, ...totals } = data.populationChanges;
    expect(totals).toEqual({
      fromCountedOn: '2022-11-15',
      toCountedOn: '2025-06-30',
      fromTotal: 8_248,
      toTotal: 7_692,
      left: 556,
      joined: 0,
    });
    const second = await system.ask(CHANGES, { first: 500, after: units.pageInfo.endCursor });
    const changes: Change[] = [...units.nodes, ...second.data.populationChanges.units.nodes];
    expect(changes).toHaveLength(556);
    const count = (reason: string, kind: string | null) =>
      changes.filter((change) => change.reason === reason && change.kindAfter === kind).length;
    expect(count('CHANGED_KIND', 'WARD')).toBe(130);
    expect(count('CHANGED_KIND', 'TOWNSHIP')).toBe(41);
    expect(count('NO_KNOWN_SURVIVOR', null)).toBe(385);
    expect(changes.every(({ unit }) => unit.fullName.length > 0)).toBe(true);
  });

  it('count a unit by its kind on the counting day: a commune that became a township has a result in the first alone', async () => {
    const asked = (year: number) =>
      `of${year}: commune(code: "01954") { kind assessment(indicator: "ntm-2021-2025/19.2", year: ${year}) { countedOn } }`;
    const { data, errors } = await system.ask(`query @asOf(map: "2025-06-30") { ${asked(2022)} ${asked(2025)} }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      of2022: { kind: 'TOWNSHIP', assessment: { countedOn: '2022-11-15' } },
      of2025: { kind: 'TOWNSHIP', assessment: null },
    });
  });

  it('are refused for a year that is not assessed', async () => {
    const { errors } = await system.ask(CHANGES.replace('2022', '1999'), { first: 1 });
    expect(errors?.[0]?.extensions.code).toBe('YEAR_NOT_FOUND');
  });
});
