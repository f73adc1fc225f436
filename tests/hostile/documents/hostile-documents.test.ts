import { Role } from '@tieuchi/subgraph-kit';
import { startTestSystem, type TestSystem } from '../../support/test-system';
import { everythingAnswered, send, sendQuery } from './hostile-request.fixture';
import {
  ABOUT_THE_SCHEMA,
  AT_THE_LIMITS,
  BODIES,
  CIRCULAR,
  FACET_CHAINS,
  GETS,
  type HostileRequest,
  INDICATOR,
  INVALID_ITEMS,
  LARGE_BODIES,
  NAMES_OF_OBJECTS,
  OVERSIZED,
  PAGES,
  PROTOTYPE_VARIABLES,
} from './hostile-requests.fixture';

const REFUSED = 400;

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

const ask = ({ sent }: HostileRequest) => send(system.url, sent);
const byTitle = <T extends HostileRequest>(requests: readonly T[]) =>
  requests.map((request) => [request.title, request] as const);

describe('a document', () => {
  it.each(byTitle(OVERSIZED))('with %s is refused unplanned, with a code of its own', async (_title, request) => {
    expect(await ask(request)).toMatchObject({ status: REFUSED, codes: request.codes });
  });

  it.each(byTitle(AT_THE_LIMITS))('with %s is let in', async (_title, request) => {
    expect((await ask(request)).codes).toEqual(request.codes);
  });

  it.each(byTitle(FACET_CHAINS))('with %s is planned like any other', async (_title, request) => {
    const { status, codes, text } = await ask(request);
    expect([status, codes, text.includes('"held"')]).toEqual([200, [], true]);
  });

  it.each(byTitle(CIRCULAR))('with %s is refused by validation', async (_title, request) => {
    expect(await ask(request)).toMatchObject({
      status: REFUSED,
      codes: expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']),
    });
  });

  it.each(byTitle(NAMES_OF_OBJECTS))('with %s is answered like any other', async (_title, request) => {
    const { status, codes, text } = await ask(request);
    expect([status, codes]).toEqual([200, []]);
    expect(text).toContain('Việt Nam');
  });

  it('with variables of such names is answered, and nothing of them stays', async () => {
    const { status, text } = await ask(PROTOTYPE_VARIABLES);
    expect([status, text]).toEqual([200, expect.stringContaining('Thái Nguyên')]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what is asked about pages', () => {
  it.each(byTitle(PAGES))('%s is refused with a code', async (_title, request) => {
    const { status, codes } = await ask(request);
    expect([status, codes]).toEqual([expect.any(Number), request.codes]);
  });

  it.each([
    ['communes', 'province(code: "19") { list: communes(first: 2, after: $after) { pageInfo { endCursor } } }'],
    [
      'assessments',
      `list: assessments(within: "VN", indicator: "${INDICATOR}", year: 2025, first: 2, after: $after) { pageInfo { endCursor } }`,
    ],
    ['wards', 'list: modelWards(first: 2, after: $after) { pageInfo { endCursor } }'],
  ])('a cursor of %s with one byte changed is refused, at any place', async (_list, field) => {
    const query = `query Q($after: String) @asOf(map: "2025-06-30") { ${field} }`;
    const pageAfter = (after: string | null) => sendQuery(system.url, query, { variables: { after } });
    const cursor = /"endCursor":"([^"]+)"/.exec((await pageAfter(null)).text)?.[1] as string;
    expect((await pageAfter(cursor)).codes).toEqual([]);
    for (let place = 0; place < cursor.length; place += 1) {
      const other = cursor[place] === 'A' ? 'B' : 'A';
      const { codes } = await pageAfter(cursor.slice(0, place) + other + cursor.slice(place + 1));
      expect([place, codes]).toEqual([place, ['BAD_USER_INPUT']]);
    }
  });
});

describe('a body', () => {
  it.each(byTitle(LARGE_BODIES))('%s is refused while it comes, not unpacked', async (_title, request) => {
    const { status, codes } = await ask(request);
    expect([status, codes]).toEqual([codes[0] === 'BODY_TOO_LARGE' ? 413 : REFUSED, request.codes]);
  });

  it.each(byTitle(BODIES))('%s is refused without an answer', async (_title, request) => {
    const { status, text } = await ask(request);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('Việt Nam');
  });
});

describe('a GET', () => {
  it('that a page of another origin could send is refused', async () => {
    const { status, text } = await send(system.url, GETS.ofAnotherOrigin);
    expect([status, text.includes('Việt Nam')]).toEqual([REFUSED, false]);
  });

  it('with the header of a program is answered', async () => {
    expect(await send(system.url, GETS.ofAProgram)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Việt Nam'),
    });
  });

  it('of a mutation is refused', async () => {
    expect((await send(system.url, GETS.ofAMutation)).status).toBe(405);
  });

  it('is measured like a POST', async () => {
    expect(await send(system.url, GETS.oversized)).toMatchObject({ status: REFUSED, codes: ['QUERY_TOO_COMPLEX'] });
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

  it.each([ABOUT_THE_SCHEMA.types, ABOUT_THE_SCHEMA.type])('is not introspected: %s', async (query) => {
    const { status, text } = await sendQuery(silent.url, query);
    expect([status, text.includes('Commune') && text.includes('fields')]).toEqual([REFUSED, false]);
  });

  it('does not say what a misspelt name may have meant', async () => {
    const { text } = await sendQuery(silent.url, ABOUT_THE_SCHEMA.typo);
    expect(text).not.toMatch(/Did you mean|country/);
    expect((await sendQuery(system.url, ABOUT_THE_SCHEMA.typo)).text).toContain('Did you mean');
  });

  it('still answers', async () => {
    expect((await sendQuery(silent.url, '{ country { name } }')).status).toBe(200);
  });
});

test('200 list items that are invalid are the client’s fault, told in one answer of a bounded size', async () => {
  const headers = { authorization: `Bearer ${system.tokens.get(Role.COMMUNE_OFFICER)}` };
  const { status, text, codes } = await send(system.url, { ...INVALID_ITEMS.sent, headers });
  expect(status).toBe(REFUSED);
  expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']));
  expect([codes.length, text.length < 10_000]).toEqual([21, true]);
});

test('nothing of the inside stands in any answer', () => {
  expect(everythingAnswered.length).toBeGreaterThan(60);
  for (const text of everythingAnswered) {
    expect(text).not.toMatch(
      /\d+\.\d+\.\d+\.\d+|localhost|node_modules|\/src\/|\.ts:|\.js:|at \w+ \(|select .* from|postgres|stacktrace/i,
    );
  }
});
