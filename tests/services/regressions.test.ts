import { startTestSystem, type TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const OWN_MAP = '2025-06-30';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

interface Row {
  readonly unit_id: string;
  readonly code: string;
  readonly verdict: string | null;
  readonly item_verdicts: string[] | null;
  readonly decision_number: string | null;
}

/** What the tables hold of all rural communes of the counting day, read without any of the service's functions. */
const rowsOf = (year: number) =>
  system.database.query<Row>(
    `select v.unit_id, v.code, a.verdict, a.item_verdicts, a.decision_number from rural_security.register_unit_version v
     left join rural_security.assessment a on a.unit_id = v.unit_id and a.indicator_id = $1 and a.year = $2
       and a.recorded_to is null
     where v.kind = 'RURAL_COMMUNE' and v.valid @> $3::date order by v.code`,
    [INDICATOR, year, OWN_MAP],
  );

const REGRESSIONS = `query Regressions($within: ID! = "VN", $year: Int!, $first: Int! = 500, $after: String) @asOf(map: "${OWN_MAP}") {
  regressions(within: $within, indicator: "${INDICATOR}", year: $year, first: $first, after: $after) {
    nodes { unit { code } verdictBefore verdict state failingItems beforeDecisionNumber } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

const codesOf = (nodes: readonly { unit: { code: string } }[]) => nodes.map(({ unit }) => unit.code);

describe('regressions', () => {
  it.each([
    [2022, 154],
    [2023, 110],
    [2024, 75],
    [2025, 42],
  ])('of %d are the %d communes that met a year before and do not now', async (year, count) => {
    const { data } = await system.ask(REGRESSIONS, { year });
    const [before, now] = [await rowsOf(year - 1), await rowsOf(year)];
    const expected = now.flatMap(({ code, verdict, item_verdicts }, index) =>
      verdict === 'NOT_MET' && before[index]!.verdict === 'MET'
        ? [
            {
              unit: { code },
              verdictBefore: 'MET',
              verdict: 'NOT_MET',
              state: expect.stringMatching(/^(APPRAISED|RECOGNISED|REVOKED)$/),
              failingItems: item_verdicts!.flatMap((item, place) => (item === 'NOT_MET' ? [place + 1] : [])),
              beforeDecisionNumber: before[index]!.decision_number,
            },
          ]
        : [],
    );
    expect(expected).toHaveLength(count);
    expect(data.regressions).toMatchObject({ nodes: expected, totalCount: count });
  });

  it('come page by page', async () => {
    const first = (await system.ask(REGRESSIONS, { year: 2025, first: 30 })).data.regressions;
    const rest = (await system.ask(REGRESSIONS, { year: 2025, first: 30, after: first.pageInfo.endCursor })).data
      .regressions;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...codesOf(first.nodes), ...codesOf(rest.nodes)]).size).toBe(42);
  });

  it('of the first year are refused, not empty: nothing is known of the year before', async () => {
    const { errors } = await system.ask(REGRESSIONS, { year: 2021 });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('2020'),
      extensions: { code: 'YEAR_NOT_FOUND' },
    });
  });
});

describe('the warning of a revocation', () => {
  const WARNINGS = `query Warnings($filter: AssessmentFilter, $first: Int!) @asOf(map: "${OWN_MAP}") {
    assessments(within: "VN", indicator: "${INDICATOR}", year: 2025, filter: $filter, first: $first) {
      nodes { unit { code } assessment { warnings { code message(language: EN) vi: message source status } } }
    }
  }`;

  it('stands by each commune that fails after it met in any earlier year, and by no other', async () => {
    const { data } = await system.ask(WARNINGS, { filter: { verdicts: ['NOT_MET'] }, first: 500 });
    const years = await Promise.all([2021, 2022, 2023, 2024].map(rowsOf));
    const now = await rowsOf(2025);
    const warned = data.assessments.nodes.flatMap(
      ({ unit, assessment }: { unit: { code: string }; assessment: { warnings: { message: string }[] } }) =>
        assessment.warnings.map(({ message }) => `${unit.code} ${/in (\d{4})/.exec(message)?.[1]}`),
    );
    const expected = now.flatMap(({ code, verdict }, index) => {
      const met = years.findLastIndex((rows) => rows[index]!.verdict === 'MET');
      return verdict === 'NOT_MET' && met >= 0 ? [`${code} ${2021 + met}`] : [];
    });
    expect(warned).toEqual(expected);
    expect(expected.length).toBeGreaterThan(42);
  });

  it('names its paper and says that it concludes nothing; what is met or unknown has none', async () => {
    const { data } = await system.ask(WARNINGS, {
      filter: { verdicts: ['NOT_MET'], missingItems: { atLeast: 2 } },
      first: 5,
    });
    const [warning] = data.assessments.nodes.flatMap(
      ({ assessment }: { assessment: { warnings: object[] } }) => assessment.warnings,
    );
    expect(warning).toMatchObject({
      code: 'NTM_REVOCATION_COMMUNE',
      status: 'INFERENCE',
      source: expect.stringContaining('18/2022/QĐ-TTg'),
      vi: expect.stringContaining('không phải kết luận thu hồi'),
    });
    const others = await system.ask(WARNINGS, { filter: { verdicts: ['MET', 'UNKNOWN'] }, first: 500 });
    expect(JSON.stringify(others.data)).not.toContain('NTM_REVOCATION');
  });

  it('costs one statement for any number of communes', async () => {
    const costs: number[] = [];
    for (const first of [3, 72]) {
      system.takeStatements();
      await system.ask(WARNINGS, { filter: { verdicts: ['NOT_MET'] }, first });
      costs.push(system.takeStatements().length);
    }
    expect(costs).toEqual([3, 3]);
  });
});

const RISKS = `query Risks($year: Int!, $first: Int! = 500, $after: String) @asOf(map: "${OWN_MAP}") {
  communesAtRisk(within: "VN", indicator: "${INDICATOR}", year: $year, first: $first, after: $after) {
    nodes { unit { code } reasons { kind itemNumber } } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

interface AtRisk {
  readonly unit: { readonly code: string };
  readonly reasons: readonly { readonly kind: string; readonly itemNumber: number | null }[];
}

async function risksOf(year: number): Promise<AtRisk[]> {
  const all: AtRisk[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors } = await system.ask(RISKS, { year, after, first: 300 });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo, totalCount } = data.communesAtRisk;
    all.push(...nodes);
    after = pageInfo.endCursor;
    if (pageInfo.hasNextPage) continue;
    expect(all).toHaveLength(totalCount);
    return all;
  }
}

describe('communes at risk', () => {
  /** By hand, from the verdicts of two years alone. */
  async function expectedRisks(year: number, isSameSet: boolean): Promise<AtRisk[]> {
    const [before, now] = [await rowsOf(year - 1), await rowsOf(year)];
    return now.flatMap((row, index) => {
      const past = before[index]!;
      const contents = row.item_verdicts ?? [];
      const isAppraised = contents.some((verdict) => verdict !== 'UNKNOWN');
      const found = (kind: string, holds: (verdict: string, place: number) => boolean) =>
        contents.flatMap((verdict, place) =>
          isAppraised && holds(verdict, place) ? [{ kind, itemNumber: place + 1 }] : [],
        );
      const met = past.verdict === 'MET';
      const reasons = [
        ...found('CONTENT_FAILING', (verdict) => met && verdict === 'NOT_MET'),
        ...found('CONTENT_UNKNOWN', (verdict) => met && verdict === 'UNKNOWN'),
        ...found(
          'FAILING_AGAIN',
          (verdict, place) => isSameSet && verdict === 'NOT_MET' && past.item_verdicts?.[place] === 'NOT_MET',
        ),
      ];
      return reasons.length > 0 ? [{ unit: { code: row.code }, reasons }] : [];
    });
  }

  it('in 2025 are those whose contents fail, are unknown or fail again, with each content', async () => {
    const expected = await expectedRisks(2025, true);
    expect(await risksOf(2025)).toEqual(expected);
    const kinds = new Set(expected.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(['CONTENT_FAILING', 'CONTENT_UNKNOWN', 'FAILING_AGAIN']));
  });

  it('in 2024 fail no content again: content 3 of the set of 2023 is another one', async () => {
    expect(await risksOf(2024)).toEqual(await expectedRisks(2024, false));
    expect(await expectedRisks(2024, true)).not.toEqual(await expectedRisks(2024, false));
  });

  it('are also those that a reorganisation touched between the two counting days, from both sides', async () => {
    const [one, other] = (await rowsOf(2025)).slice(0, 2) as [Row, Row];
    await system.database.query(
      `update rural_security.assessment_year set counted_on = '2025-06-29' where year = 2024 and indicator_id = $1`,
      [INDICATOR],
    );
    await system.database.query(
      `insert into rural_security.register_link values ($1, $2, 'PARTIAL', '2025-06-30', false)`,
      [one.unit_id, other.unit_id],
    );
    const changed = (await risksOf(2025)).filter(({ reasons }) => reasons.some(({ kind }) => kind === 'LAND_CHANGED'));
    expect(changed.map(({ unit }) => unit.code)).toEqual([one.code, other.code]);
    await system.database.query('delete from rural_security.register_link where effective_on = $1', ['2025-06-30']);
    expect((await risksOf(2025)).some(({ reasons }) => reasons.some(({ kind }) => kind === 'LAND_CHANGED'))).toBe(
      false,
    );
    await system.database.query(
      `update rural_security.assessment_year set counted_on = '2025-06-30' where year = 2024 and indicator_id = $1`,
      [INDICATOR],
    );
  });
});
