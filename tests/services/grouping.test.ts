import { startTestSystem, type TestSystem } from '../support/test-system';

const SERIES = 'indicator: "ntm-2021-2025/19.2", year: 2025';
const PROVINCES = `query @asOf(map: "2025-07-01") {
  country { securityTallies(${SERIES}) { ...Counts } provinces { code securityTallies(${SERIES}) { ...Counts } } }
}
fragment Counts on SecurityTally { met notMet unknown total unplaced countedOn }`;
const COMMUNES = `query Communes($code: String!) @asOf(map: "2025-07-01") {
  province(code: $code) {
    securityTallies(${SERIES}) { ...Counts }
    communes(first: 500) {
      nodes {
        code kind
        securityTallies(${SERIES}) { ...Counts }
        assessment(${SERIES}) { unknownReason verdict predecessors { met total linksComplete units { code verdict whole } } }
      }
    }
  }
}
fragment Counts on SecurityTally { met notMet unknown total unplaced countedOn }`;

interface Counts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly total: number;
  readonly unplaced: number;
}

interface Node {
  readonly code: string;
  readonly kind: string;
  readonly securityTallies: Counts[];
  readonly assessment: { unknownReason: string; verdict: string; predecessors: Predecessors } | null;
}

interface Predecessors {
  readonly met: number;
  readonly total: number;
  readonly linksComplete: boolean;
  readonly units: readonly { code: string; verdict: string; whole: boolean }[];
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function communesOf(code: string): Promise<{ own: Counts; nodes: Node[] }> {
  const { data, errors } = await system.ask(COMMUNES, { code });
  expect(errors).toBeUndefined();
  return { own: data.province.securityTallies[0], nodes: data.province.communes.nodes };
}

function add(counts: readonly Counts[], of: keyof Counts): number {
  return counts.reduce((sum, count) => sum + count[of], 0);
}

/** Makes the loaded links count as complete, as an import of the conversion table would. */
const completeLinks = () =>
  system.database.query('update rural_security.register_reorganisation set links_complete = true');

describe('while only main successors are known', () => {
  it('provinces are grouped by whole provinces and nothing is unplaced', async () => {
    const { data } = await system.ask(PROVINCES);
    const counts: Counts[] = data.country.provinces.map(
      ({ securityTallies }: { securityTallies: Counts[] }) => securityTallies[0],
    );
    expect(counts).toHaveLength(34);
    for (const count of ['met', 'notMet', 'unknown', 'total'] as const)
      expect(add(counts, count)).toBe(data.country.securityTallies[0][count]);
    expect(add(counts, 'unplaced')).toBe(0);
  });

  it('nothing is grouped below the province, and the predecessors that are known are shown as incomplete', async () => {
    const { nodes } = await communesOf('19');
    expect(nodes.flatMap(({ securityTallies }) => securityTallies)).toEqual([]);
    const rural = nodes.filter(({ kind }) => kind === 'RURAL_COMMUNE');
    expect(rural.length).toBeGreaterThan(50);
    for (const { assessment } of rural) {
      expect(assessment).toMatchObject({
        unknownReason: 'NOT_RESTATABLE',
        verdict: 'UNKNOWN',
        predecessors: { linksComplete: false },
      });
    }
  });

  it('the predecessors of all communes of the country come in one answer', async () => {
    const { data, errors } = await system.ask(
      `query @asOf(map: "2025-07-01") { country { provinces { communes(first: 500) { nodes { assessment(${SERIES}) { predecessors { total } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const nodes: { assessment: { predecessors: { total: number } } | null }[] = data.country.provinces.flatMap(
      ({ communes }: { communes: { nodes: object[] } }) => communes.nodes,
    );
    const total = nodes.reduce((sum, { assessment }) => sum + (assessment?.predecessors.total ?? 0), 0);
    expect(total).toBeGreaterThan(6_000);
  });

  it('attainment of a district that is gone is refused, not guessed', async () => {
    const { errors } = await system.ask(
      `query @asOf(map: "2025-07-01") { district(code: "164") { attainment(${SERIES}) { met } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('UNIT_NOT_FOUND');
  });
});

describe('once all links are known', () => {
  beforeAll(completeLinks);

  it('the communes of each province add up to it, with what lies across their borders', async () => {
    for (const code of ['19', '79', '24']) {
      const { own, nodes } = await communesOf(code);
      const counts = nodes.map(({ securityTallies }) => securityTallies[0] as Counts);
      expect(counts.every((count) => count !== undefined)).toBe(true);
      for (const count of ['met', 'notMet', 'unknown', 'total'] as const) expect(add(counts, count)).toBe(own[count]);
    }
  });

  it('a commune that was split is in no count, and counts once as unplaced on each side of the border', async () => {
    const [split] = await system.database.query<{ predecessor_id: string; successor_id: string; other: string }>(
      `select l.predecessor_id, l.successor_id,
         (select min(o.unit_id) from rural_security.register_unit_version o where o.valid @> date '2025-07-01'
          and o.province_id = n.province_id and o.level = 'COMMUNE' and o.unit_id <> l.successor_id) as other
       from rural_security.register_link l
       join rural_security.register_unit_version n on n.unit_id = l.successor_id and n.valid @> date '2025-07-01'
       join rural_security.register_unit_version v on v.unit_id = l.predecessor_id and v.kind = 'RURAL_COMMUNE' and v.valid @> date '2025-06-30'
       join geography.unit p on p.id = n.province_id and p.code = '19' limit 1`,
    );
    const { predecessor_id: old, successor_id: one, other } = split as NonNullable<typeof split>;
    const before = await communesOf('19');
    await system.database.query(
      `insert into rural_security.register_link values ($1, $2, 'PARTIAL', '2025-07-01', false)`,
      [old, other],
    );
    const { own, nodes } = await communesOf('19');
    expect(own).toEqual(before.own);
    const counts = nodes.map(({ securityTallies }) => securityTallies[0] as Counts);
    expect(add(counts, 'total')).toBe(own.total - 1);
    expect(add(counts, 'unplaced')).toBe(2);
    const codes = await system.database.query<{ code: string }>('select code from geography.unit where id = any($1)', [
      [one, other],
    ]);
    for (const { code } of codes) {
      const node = nodes.find((found) => found.code === code) as Node;
      expect(node.securityTallies[0]?.unplaced).toBe(1);
      if (node.kind === 'RURAL_COMMUNE') {
        expect(node.assessment?.predecessors.units.some(({ whole }) => !whole)).toBe(true);
      }
    }
  });

  it('a merged commune says how many of its predecessors met, and has no verdict', async () => {
    const { nodes } = await communesOf('19');
    const merged = nodes.flatMap(({ assessment }) =>
      assessment && assessment.predecessors.total > 1 ? [assessment] : [],
    );
    expect(merged.length).toBeGreaterThan(20);
    for (const { predecessors, verdict: ownVerdict } of merged) {
      const { met, total, units, linksComplete } = predecessors;
      expect(linksComplete).toBe(true);
      expect(units).toHaveLength(total);
      expect(units.filter(({ verdict }) => verdict === 'MET')).toHaveLength(met);
      expect(ownVerdict).toBe('UNKNOWN');
    }
  });

  it('asks a constant number of statements for any number of communes', async () => {
    const costs: number[] = [];
    for (const code of ['19', '79']) {
      system.takeStatements();
      await communesOf(code);
      costs.push(system.takeStatements().length);
    }
    expect(costs[0]).toBe(costs[1]);
  });
});
