import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function refusal(query: string, variables?: object) {
  const { data, errors } = await system.ask(query, variables);
  expect(errors).toHaveLength(1);
  return {
    data,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message ?? '',
    extensions: errors?.[0]?.extensions,
  };
}

describe('a wrong question', () => {
  it('about a code that another map had is null, with one error that names the map and the successor', async () => {
    const { data, code, message } = await refusal('query @asOf(map: "2025-07-01") { province(code: "02") { name } }');
    expect(data).toEqual({ province: null });
    expect(code).toBe('UNIT_NOT_FOUND');
    expect(message).toContain('2025-07-01');
    expect(message).toContain('Hà Giang');
    expect(message).toContain('Tuyên Quang (08)');
  });

  it.each(['xyz', '', '1', '001', '01 '])(
    'about the province "%s", which never was, names the map alone',
    async (asked) => {
      const { data, code, message } = await refusal(
        'query Q($code: String!) @asOf(map: "2025-06-30") { province(code: $code) { name } }',
        {
          code: asked,
        },
      );
      expect({ data, code }).toEqual({ data: { province: null }, code: 'UNIT_NOT_FOUND' });
      expect(message).toContain('2025-06-30');
    },
  );

  it('about a day before the first map says which is the first', async () => {
    const { code, message } = await refusal('query @asOf(map: "1999-01-01") { country { name } }');
    expect(code).toBe('MAP_NOT_LOADED');
    expect(message).toContain('2022-12-31');
  });

  it('about an unknown indicator is one error for 63 provinces, which lists the known ones', async () => {
    const query =
      'query @asOf(map: "2025-06-30") { country { provinces { attainment(indicator: "19.2", year: 2025) { met } } } }';
    const { code, message, extensions } = await refusal(query);
    expect(code).toBe('INDICATOR_NOT_FOUND');
    expect(message).toContain('ntm-2021-2025/19.2');
    expect(extensions?.paths).toEqual(['country.provinces[].attainment']);
  });

  it.each([2020, 2026, 0, -1])('about the year %d lists the years', async (year) => {
    const query = `query @asOf(map: "2025-06-30") { country { attainment(indicator: "ntm-2021-2025/19.2", year: ${year}) { met } } }`;
    const { data, code, message } = await refusal(query);
    expect({ data, code }).toEqual({ data: { country: { attainment: null } }, code: 'YEAR_NOT_FOUND' });
    expect(message).toContain('2021, 2022, 2023, 2024, 2025');
  });

  it('about the assessment in an unknown year or indicator is refused alike', async () => {
    const ask = (indicator: string, year: number) =>
      refusal(
        `query @asOf(map: "2025-06-30") { commune(code: "00004") { assessment(indicator: "${indicator}", year: ${year}) { state } } }`,
      );
    expect((await ask('ntm-2021-2025/19.2', 1999)).code).toBe('YEAR_NOT_FOUND');
    expect((await ask('x', 2025)).code).toBe('INDICATOR_NOT_FOUND');
  });

  it('about an indicator that is not counted in units says so', async () => {
    const { code } = await refusal(
      'query @asOf(map: "2025-06-30") { country { attainment(indicator: "social-order-offences", year: 2025) { met } } }',
    );
    expect(code).toBe('INDICATOR_NOT_COUNTED');
  });

  it('about an unknown rule lists the known ones', async () => {
    const { data, code, message } = await refusal('{ quotaCheck(rule: "mps") { held } }');
    expect({ data, code }).toEqual({ data: { quotaCheck: null }, code: 'RULE_NOT_FOUND' });
    expect(message).toContain('mps-2022-11, mps-2023-12');
  });

  it.each([
    ['a month that there is not', '@asOf(map: "2025-13-01")', 'AS_OF_INVALID'],
    ['31 February', '@asOf(knownOn: "2025-02-31")', 'AS_OF_INVALID'],
    ['a number', '@asOf(map: 20250630)', 'AS_OF_INVALID'],
    ['the future', '@asOf(knownOn: "2999-01-01")', 'KNOWN_ON_IN_FUTURE'],
  ])('about %s is refused before anything is asked of a service', async (_what, directive, expected) => {
    system.takeStatements();
    const { status, errors } = await system.ask(`query ${directive} { country { name } }`);
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([expected]);
    expect(system.takeStatements()).toEqual([]);
  });

  it('with a NUL in a code or a rule is the client’s fault, and says so', async () => {
    for (const query of ['{ province(code: "1\\u0000 9") { name } }', '{ quotaCheck(rule: "x\\u0000") { held } }']) {
      expect((await refusal(query)).code).toBe('BAD_USER_INPUT');
    }
  });

  it('that doubles its fragments twenty times is refused before it is planned', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, depth) =>
        `fragment F${depth} on AdministrativeUnit { a: parent { ...F${depth + 1} } b: parent { ...F${depth + 1} } }`,
    );
    const query = `{ country { ...F0 } } ${fragments.join(' ')} fragment F20 on AdministrativeUnit { id }`;
    const { status, errors } = await system.ask(query);
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it.each(['mutation { x }', 'subscription { x }'])(
    'of a kind that there is not is the client’s fault: %s',
    async (query) => {
      const { status, errors } = await system.ask(query);
      expect(status).toBe(400);
      expect(errors).toHaveLength(1);
    },
  );

  it('to tallies is refused like one to attainment', async () => {
    const ask = (indicator: string, year: number) =>
      refusal(
        `query @asOf(map: "2025-06-30") { country { securityTallies(indicator: "${indicator}", year: ${year}) { met } } }`,
      );
    expect((await ask('x', 2025)).code).toBe('INDICATOR_NOT_FOUND');
    expect((await ask('ntm-2021-2025/19.2', 1999)).code).toBe('YEAR_NOT_FOUND');
  });

  it('shows nothing of the inside', async () => {
    const texts = await Promise.all(
      [
        '{ country { nonsense } }',
        '{',
        'query @asOf(map: "x") { country { name } }',
        '{ province(code: "\\u0000") { name } }',
      ].map(async (query) => (await system.ask(query)).text),
    );
    for (const text of texts) {
      expect(text).toContain('"errors"');
      expect(text).not.toMatch(/node_modules|\bat \w+ \(|postgres|select |127\.0\.0\.1|serviceName|stacktrace/i);
    }
  });
});
