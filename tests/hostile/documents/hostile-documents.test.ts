import { gzipSync } from 'node:zlib';
import { Role } from '@tieuchi/subgraph-kit';
import { startTestSystem, type TestSystem } from '../../support/test-system';
import { everythingAnswered, send, sendQuery } from './hostile-request.fixture';

const REFUSED = 400;
const INDICATOR = 'ntm-2021-2025/19.2';

let system: TestSystem;
/** The same with what production is: only operations of the manifest, a schema that does not tell of itself. */
let production: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
  production = await startTestSystem('real', { operations: 'enforce' });
}, 60_000);
afterAll(async () => {
  await system.stop();
  await production.stop();
});

const times = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
const ask = (query: string, variables: object = {}) => sendQuery(system.url, query, { variables });

function doubling(levels: number, field = (name: string, next: string) => `${name}: parent { ...${next} }`): string {
  const fragments = times(
    levels,
    (level) =>
      `fragment F${level} on AdministrativeUnit { ${field('a', `F${level + 1}`)} ${field('b', `F${level + 1}`)} }`,
  );
  return `{ country { ...F0 } } ${fragments} fragment F${levels} on AdministrativeUnit { id }`;
}

describe('a document', () => {
  it.each([8, 12, 16, 20, 24])(
    'with a fragment that doubles over %i levels is refused unplanned: QUERY_TOO_COMPLEX',
    async (levels) => {
      expect(await ask(doubling(levels))).toMatchObject({ status: REFUSED, codes: ['QUERY_TOO_COMPLEX'] });
    },
  );

  it('whose fragments multiply aliases is refused: QUERY_TOO_COMPLEX', async () => {
    const query = `{ country { ...A } } fragment A on AdministrativeUnit { ${times(20, (n) => `a${n}: parent { ...B }`)} }
      fragment B on AdministrativeUnit { ${times(20, (n) => `b${n}: parent { ...C }`)} } fragment C on AdministrativeUnit { ${times(20, (n) => `c${n}: name`)} }`;
    expect(await ask(query)).toMatchObject({ status: REFUSED, codes: ['QUERY_TOO_COMPLEX'] });
  });

  it.each([
    ['5,000 aliases', `{ ${times(5_000, (n) => `a${n}: country { id }`)} }`, 'TOO_MANY_TOKENS'],
    ['10,000 duplicate fields', `{ country { ${times(10_000, () => 'name')} } }`, 'TOO_MANY_TOKENS'],
    ['10,000 directives', `{ country { name ${times(10_000, () => '@include(if: true)')} } }`, 'TOO_MANY_TOKENS'],
    ['101 aliases', `{ country { ${times(101, (n) => `a${n}: name`)} } }`, 'TOO_MANY_ALIASES'],
    ['31 fields at its top', `{ ${times(31, () => 'country { id }')} }`, 'TOO_MANY_ROOT_FIELDS'],
    ['51 directives', `{ country { name ${times(51, () => '@include(if: true)')} } }`, 'TOO_MANY_DIRECTIVES'],
    ['fields 50 deep', `{ country ${'{ parent '.repeat(49)} { id } ${'}'.repeat(49)} }`, 'QUERY_TOO_DEEP'],
    ['501 fields', `{ country { ${times(500, () => 'name')} } }`, 'QUERY_TOO_COMPLEX'],
  ])('with %s is refused with a code of its own', async (_what, query, code) => {
    expect(await ask(query)).toMatchObject({ status: REFUSED, codes: [code] });
  });

  it.each([
    ['itself', '{ country { ...F } } fragment F on AdministrativeUnit { id ...F }'],
    [
      'one another',
      '{ country { ...F } } fragment F on AdministrativeUnit { ...G } fragment G on AdministrativeUnit { ...F }',
    ],
  ])('with fragments that spread %s is refused by validation', async (_what, query) => {
    expect(await ask(query)).toMatchObject({
      status: REFUSED,
      codes: expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']),
    });
  });

  it.each([
    ['an alias', '{ __proto__: country { constructor: name toString: id } }'],
    ['another', '{ constructor: country { hasOwnProperty: name } }'],
  ])('with a name that every object has as %s is answered like any other', async (_what, query) => {
    const { status, codes, text } = await ask(query);
    expect([status, codes]).toEqual([200, []]);
    expect(text).toContain('Việt Nam');
  });

  it('with variables of such names is answered, and nothing of them stays', async () => {
    const body = `{"query":"query Q($constructor: String!) { province(code: $constructor) { name } }","variables":{"constructor":"19","__proto__":{"polluted":true}}}`;
    const { status, text } = await send(system.url, { body });
    expect([status, text]).toEqual([200, expect.stringContaining('Thái Nguyên')]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a page', () => {
  const LIST = `assessments(within: "VN", indicator: "${INDICATOR}", year: 2025`;
  const MAP = '@asOf(map: "2025-06-30")';
  it.each([
    ['a literal', `query ${MAP} { ${LIST}, first: 100000) { nodes { missingItems } } }`, {}],
    ['a variable', `query Q($n: Int!) ${MAP} { ${LIST}, first: $n) { nodes { missingItems } } }`, { n: 100_000 }],
    ['a default', `query Q($n: Int! = 100000) ${MAP} { ${LIST}, first: $n) { nodes { missingItems } } }`, {}],
    [
      'a list inside',
      `query Q($n: Int!) ${MAP} { province(code: "19") { communes(first: $n) { nodes { id } } } }`,
      { n: 100_000 },
    ],
  ])('that is too large is refused, said by %s: PAGE_TOO_LARGE', async (_how, query, variables) => {
    expect((await ask(query, variables)).codes).toEqual(['PAGE_TOO_LARGE']);
  });

  it.each([
    ['-1', 'BAD_USER_INPUT'],
    ['2147483648', 'BAD_USER_INPUT'],
    ['1e308', 'BAD_USER_INPUT'],
    ['"5"', 'BAD_USER_INPUT'],
    ['[5]', 'BAD_USER_INPUT'],
  ])('of the size %s is the client’s fault', async (size, code) => {
    const body = `{"query":"query Q($n: Int!) ${MAP.replaceAll('"', '\\"')} { province(code: \\"19\\") { communes(first: $n) { nodes { id } } } }","variables":{"n":${size}}}`;
    const { codes } = await send(system.url, { body });
    expect(codes).toEqual([code]);
  });

  it.each(['', 'x', '!!!', 'eyJhIjoxfQ==', 'AAAA'.repeat(5_000)])(
    'after the cursor %j, which nobody gave, is the client’s fault',
    async (after) => {
      const { status, codes } = await ask(
        `query Q($after: String) ${MAP} { province(code: "19") { communes(first: 5, after: $after) { nodes { id } } } }`,
        { after },
      );
      expect([status, codes]).toEqual([expect.any(Number), [expect.stringMatching(/^BAD_USER_INPUT$/)]]);
    },
  );
});

describe('a body', () => {
  it('of 15 MB is refused while it comes: BODY_TOO_LARGE', async () => {
    const sent = send(system.url, {
      body: JSON.stringify({ query: `{ country { name } } #${'x'.repeat(15_000_000)}` }),
    });
    expect(await sent).toMatchObject({ status: 413, codes: ['BODY_TOO_LARGE'] });
  });

  it('that unpacks to 100 MB is not unpacked', async () => {
    const body = gzipSync(Buffer.alloc(100_000_000, ' '));
    const { status, codes } = await send(system.url, { body, headers: { 'content-encoding': 'gzip' } });
    expect([status, codes]).toEqual([REFUSED, ['BAD_USER_INPUT']]);
  });

  it.each([
    ['with bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), {}],
    [
      'in UTF-16',
      Buffer.from('{"query":"{ country { name } }"}', 'utf16le'),
      { 'content-type': 'application/json; charset=utf-16' },
    ],
    ['that ends in the middle', Buffer.from('{"query":"{ country'), {}],
    [
      'that is a list: operations come one by one',
      Buffer.from('[{"query":"{ country { name } }"},{"query":"{ country { name } }"}]'),
      {},
    ],
    ['that is a number', Buffer.from('17'), {}],
    ['that is null', Buffer.from('null'), {}],
    ['without a query', Buffer.from('{}'), {}],
    ['whose query is a list', Buffer.from('{"query":["{ country { name } }"]}'), {}],
    ['whose variables are text', Buffer.from('{"query":"{ country { name } }","variables":"x"}'), {}],
    [
      'that is a form',
      Buffer.from('query=%7Bcountry%7Bname%7D%7D'),
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['that is plain text', Buffer.from('{"query":"{ country { name } }"}'), { 'content-type': 'text/plain' }],
  ])('%s is refused without an answer', async (_what, body, headers) => {
    const { status, text } = await send(system.url, { body, headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('Việt Nam');
  });
});

describe('a GET', () => {
  const path = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;

  it('that a page of another origin could send is refused', async () => {
    const { status, text } = await send(system.url, {
      method: 'GET',
      path: path('{ country { name } }'),
      headers: { 'content-type': 'text/plain' },
    });
    expect([status, text.includes('Việt Nam')]).toEqual([REFUSED, false]);
  });

  it('with the header of a program is answered', async () => {
    const answer = await send(system.url, {
      method: 'GET',
      path: path('{ country { name } }'),
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('Việt Nam') });
  });

  it('of a mutation is refused', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    const { status } = await send(system.url, {
      method: 'GET',
      path: path('mutation { recountTallies { counted } }'),
      headers,
    });
    expect(status).toBe(405);
  });

  it('is measured like a POST', async () => {
    const answer = await send(system.url, {
      method: 'GET',
      path: path(doubling(9)),
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer).toMatchObject({ status: REFUSED, codes: ['QUERY_TOO_COMPLEX'] });
  });
});

describe('in production', () => {
  const hashed = (sha256Hash: unknown, query?: string) =>
    send(production.url, {
      body: JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    });

  it('an operation that is not in the manifest is refused: OPERATION_NOT_TRUSTED', async () => {
    expect(await sendQuery(production.url, '{ country { name } }')).toMatchObject({
      status: 403,
      codes: ['OPERATION_NOT_TRUSTED'],
    });
  });

  it('one of the manifest runs, by its text and by its hash alone', async () => {
    const { readTrustedOperations } = jest.requireActual<typeof import('@tieuchi/schema')>('@tieuchi/schema');
    const [hash, query] = [...readTrustedOperations()].find(([, text]) => text.includes('quotaRules')) as [
      string,
      string,
    ];
    for (const answer of [await sendQuery(production.url, query), await hashed(hash), await hashed(hash, query)]) {
      expect([answer.status, answer.codes]).toEqual([200, []]);
    }
  });

  it.each([
    ['a hash that no operation has', 'a'.repeat(64), undefined, 'OPERATION_NOT_TRUSTED'],
    ['the name of what every object has', '__proto__', undefined, 'OPERATION_NOT_TRUSTED'],
    ['a hash of another operation', 'a'.repeat(64), '{ country { name } }', 'OPERATION_HASH_MISMATCH'],
    ['a hash that is no text', 17, undefined, 'BAD_USER_INPUT'],
  ])('%s is refused', async (_what, hash, query, code) => {
    expect((await hashed(hash, query)).codes).toEqual([code]);
  });
});

describe('a schema that does not tell of itself', () => {
  let silent: TestSystem;
  beforeAll(async () => {
    silent = await startTestSystem('real', { operations: 'log' });
  }, 60_000);
  afterAll(() => silent.stop());

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Commune") { fields { name } } }'])(
    'is not introspected: %s',
    async (query) => {
      const { status, text } = await sendQuery(silent.url, query);
      expect([status, text.includes('Commune') && text.includes('fields')]).toEqual([REFUSED, false]);
    },
  );

  it('does not say what a misspelt name may have meant', async () => {
    const { text } = await sendQuery(silent.url, '{ contry { nam } }');
    expect(text).not.toMatch(/Did you mean|country/);
    expect((await sendQuery(system.url, '{ contry { nam } }')).text).toContain('Did you mean');
  });

  it('still answers', async () => {
    expect((await sendQuery(silent.url, '{ country { name } }')).status).toBe(200);
  });
});

test('200 list items that are invalid are the client’s fault, told in one answer of a bounded size', async () => {
  const items = Array.from({ length: 200 }, () => ({ number: 'x', verdict: 'MAYBE' }));
  const query = 'mutation M($input: EnterAssessmentInput!) { saveAssessment(input: $input) { userErrors { code } } }';
  const input = { unitCode: '1', indicator: INDICATOR, year: 2025, items };
  const headers = { authorization: `Bearer ${system.tokens.get(Role.COMMUNE_OFFICER)}` };
  const { status, text, codes } = await sendQuery(system.url, query, { variables: { input } }, headers);
  expect(status).toBe(REFUSED);
  expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']));
  expect(text.length).toBeLessThan(100_000);
});

test('nothing of the inside stands in any answer', () => {
  expect(everythingAnswered.length).toBeGreaterThan(60);
  for (const text of everythingAnswered) {
    expect(text).not.toMatch(
      /\d+\.\d+\.\d+\.\d+|localhost|node_modules|\/src\/|\.ts:|\.js:|at \w+ \(|select .* from|postgres|stacktrace/i,
    );
  }
});
