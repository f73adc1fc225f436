import { Database, SYSTEM } from '@tieuchi/subgraph-kit';
import { AssessmentRepository } from '../../services/rural-security/src/assessment/assessment.repository';
import { hasContract, readContract } from '../support/contract';
import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const DETAIL = `query Detail($code: String!, $first: Int!, $after: String, $year: Int = 2025) @asOf(map: "2025-06-30") {
  province(code: $code) {
    communes(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { code kind assessment(indicator: "${INDICATOR}", year: $year) { state verdict unknownReason origin items { number verdict } } }
    }
  }
}`;

interface Node {
  readonly code: string;
  readonly kind: string;
  readonly assessment: {
    state: string;
    verdict: string;
    unknownReason: string | null;
    items: { number: number; verdict: string }[];
  } | null;
}

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function allCommunes(code: string, year = 2025): Promise<Node[]> {
  const { data } = await system.ask(DETAIL, { code, first: 500, year });
  return data.province.communes.nodes;
}

describe('the communes of a province', () => {
  it('have an assessment exactly where they are rural communes', async () => {
    for (const code of ['19', '01', '56']) {
      const nodes = await allCommunes(code);
      expect(nodes.length).toBeGreaterThan(100);
      expect(nodes.some(({ kind }) => kind === 'WARD')).toBe(true);
      for (const { kind, assessment } of nodes) expect(assessment !== null).toBe(kind === 'RURAL_COMMUNE');
    }
  });

  it('that sent nothing are NOT_STARTED and UNKNOWN, with every content UNKNOWN', async () => {
    const nodes = await allCommunes('56');
    // Song Tử Tây and Sinh Tồn: no synthetic result is ever made for Trường Sa
    for (const code of ['22737', '22739']) {
      const { assessment } = nodes.find((node) => node.code === code) as Node;
      expect(assessment).toMatchObject({ state: 'NOT_STARTED', verdict: 'UNKNOWN', unknownReason: 'NOT_STARTED' });
      expect(assessment?.items).toHaveLength(8);
      expect(assessment?.items.every(({ verdict }) => verdict === 'UNKNOWN')).toBe(true);
    }
  });

  it('never fail the contents that must not be made up, and fail by a content where they fail', async () => {
    const failed = (
      await system.database.query<{ item_verdicts: string }>(
        `select array_to_string(item_verdicts, ',') as item_verdicts from rural_security.assessment
       where year = 2025 and verdict = 'NOT_MET' and recorded_to is null`,
      )
    ).map(({ item_verdicts: verdicts }) => verdicts.split(','));
    expect(failed).toHaveLength(72);
    for (const verdicts of failed) {
      expect(verdicts).toContain('NOT_MET');
      for (const content of [2, 3, 4, 8]) expect(verdicts[content - 1]).not.toBe('NOT_MET');
    }
  });

  it('come in pages that join without gap or repetition', async () => {
    const whole = await system.database.query<{ code: string }>(
      `select c.code from geography.unit_version c join geography.unit p on p.id = c.province_id
       where p.code = '38' and c.level = 'COMMUNE' and c.valid @> date '2025-06-30' order by c.code`,
    );
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await system.ask(DETAIL, { code: '38', first: 100, after });
      paged.push(...data.province.communes.nodes.map(({ code }: Node) => code));
      after = data.province.communes.pageInfo.hasNextPage ? data.province.communes.pageInfo.endCursor : null;
    } while (after);
    expect(whole).toHaveLength(547);
    expect(paged).toEqual(whole.map(({ code }) => code));
  });

  it('cost the same number of statements for 5 as for 500', async () => {
    const costs: number[] = [];
    for (const first of [5, 500]) {
      system.takeStatements();
      await system.ask(DETAIL, { code: '38', first });
      costs.push(system.takeStatements().length);
    }
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(4);
  });

  it.each([
    [0, 'BAD_USER_INPUT'],
    [-1, 'BAD_USER_INPUT'],
    [501, 'PAGE_TOO_LARGE'],
    [2_147_483_647, 'PAGE_TOO_LARGE'],
  ])('are refused in a page of %d', async (first, code) => {
    const { errors } = await system.ask(DETAIL, { code: '19', first });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it('are refused after a cursor that no page gave out', async () => {
    const { errors } = await system.ask(DETAIL, { code: '19', first: 5, after: "' or 1=1" });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('of the new map have no result for a year before they existed, and say so', async () => {
    const { data } = await system.ask(DETAIL.replace('2025-06-30', '2025-07-01'), { code: '19', first: 500 });
    const nodes: Node[] = data.province.communes.nodes;
    expect(nodes).toHaveLength(92);
    for (const { kind, assessment } of nodes) {
      if (kind === 'RURAL_COMMUNE')
        expect(assessment).toMatchObject({ verdict: 'UNKNOWN', unknownReason: 'NOT_RESTATABLE' });
      else expect(assessment).toBeNull();
    }
  });

  it.each([
    ['now', null],
    ['on a closed day', '2026-11-01'],
  ])('have one row each as known %s, however often they were revised', async (_, knownOn) => {
    const rows = await system.database.query<{ unit_id: string }>(
      `select unit_id from rural_security.assessment where indicator_id = $1 and year = 2025
       group by unit_id having count(*) > 2 order by unit_id limit 50`,
      [INDICATOR],
    );
    expect(rows).toHaveLength(50);
    const asOf = { map: '2025-06-30', knownOn, today: '2026-11-21' };
    const database = await Database.connect({ url: system.database.adminUrl, schema: 'rural_security' });
    const found = await new AssessmentRepository(database.asKnown(asOf), SYSTEM).findAssessmentsByUnitIds(
      rows.map((row) => row.unit_id),
      { indicatorId: INDICATOR, year: 2025 },
      asOf,
    );
    await database.close();
    expect(found.map(({ unitId }) => unitId).sort()).toEqual(rows.map((row) => row.unit_id).sort());
    expect(found.every(({ version }) => version > 0)).toBe(true);
  });

  (hasContract ? it : it.skip)('answer province-detail unchanged', async () => {
    const { data, errors } = await system.ask(readContract('province-detail'), {
      code: '19',
      indicator: INDICATOR,
      year: 2025,
      first: 180,
    });
    expect(errors).toBeUndefined();
    expect(data.province.attainment).toEqual({ met: 118, total: 121, shortfall: 2, verdict: 'NOT_ATTAINED' });
    expect(data.province.communes.nodes).toHaveLength(172);
  });
});
