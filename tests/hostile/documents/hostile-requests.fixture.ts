import { gzipSync } from 'node:zlib';
import type { Sent } from './hostile-request.fixture';

/** A request that means harm. The tests say what it is answered with, the bench how long it held the server up. */
export interface HostileRequest {
  readonly title: string;
  readonly sent: Sent;
}

/** One whose answer is known by the codes of its errors; none: it is answered. */
export interface RefusedRequest extends HostileRequest {
  readonly codes: readonly string[];
}

export const INDICATOR = 'ntm-2021-2025/19.2';
const MAP = '@asOf(map: "2025-06-30")';

const times = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
const posted = (query: string, variables: object = {}): Sent => ({ body: JSON.stringify({ query, variables }) });
const refused = (title: string, sent: Sent, ...codes: string[]): RefusedRequest => ({ title, sent, codes });

/** A fragment that spreads the next one twice, over so many levels: 2^levels selections once it is written out. */
export function doubling(levels: number): string {
  const twice = (next: number) => `a: parent { ...F${next} } b: parent { ...F${next} }`;
  const fragments = times(levels, (level) => `fragment F${level} on AdministrativeUnit { ${twice(level + 1)} }`);
  return `{ country { ...F0 } } ${fragments} fragment F${levels} on AdministrativeUnit { id }`;
}

/** A unit's facet, its parent and the facet of that, over so many levels: the planner finds a way for each. */
function facetChain(levels: number): string {
  const facets = `attainment(indicator: "${INDICATOR}", year: 2025) { met } modelWardQuota(rule: "mps-2022-11") { held }`;
  const chain = (level: number): string => (level === 0 ? 'id' : `${facets} parent { ${chain(level - 1)} }`);
  return `query ${MAP} { province(code: "19") { ${chain(levels)} } }`;
}

const MULTIPLIED = `{ country { ...A } }
  fragment A on AdministrativeUnit { ${times(20, (n) => `a${n}: parent { ...B }`)} }
  fragment B on AdministrativeUnit { ${times(20, (n) => `b${n}: parent { ...C }`)} }
  fragment C on AdministrativeUnit { ${times(20, (n) => `c${n}: name`)} }`;

export const OVERSIZED: readonly RefusedRequest[] = [
  ...[8, 12, 16, 20, 24].map((levels) =>
    refused(`a fragment that doubles over ${levels} levels`, posted(doubling(levels)), 'QUERY_TOO_COMPLEX'),
  ),
  refused('fragments that multiply aliases', posted(MULTIPLIED), 'QUERY_TOO_COMPLEX'),
  refused('5,000 aliases', posted(`{ ${times(5_000, (n) => `a${n}: country { id }`)} }`), 'TOO_MANY_TOKENS'),
  refused('10,000 duplicate fields', posted(`{ country { ${times(10_000, () => 'name')} } }`), 'TOO_MANY_TOKENS'),
  refused(
    '10,000 directives',
    posted(`{ country { name ${times(10_000, () => '@include(if: true)')} } }`),
    'TOO_MANY_TOKENS',
  ),
  refused('101 aliases', posted(`{ country { ${times(101, (n) => `a${n}: name`)} } }`), 'TOO_MANY_ALIASES'),
  refused('31 fields at its top', posted(`{ ${times(31, () => 'country { id }')} }`), 'TOO_MANY_ROOT_FIELDS'),
  refused(
    '51 directives',
    posted(`{ country { name ${times(51, () => '@include(if: true)')} } }`),
    'TOO_MANY_DIRECTIVES',
  ),
  refused('fields 50 deep', posted(`{ country ${'{ parent '.repeat(49)} { id } ${'}'.repeat(49)} }`), 'QUERY_TOO_DEEP'),
  refused('501 fields', posted(`{ country { ${times(500, () => 'name')} } }`), 'QUERY_TOO_COMPLEX'),
];

/** What the limits let through: as much as they do, in the shapes that cost most. */
export const AT_THE_LIMITS: readonly RefusedRequest[] = [
  refused('499 fields', posted(`{ country { ${times(498, () => 'name')} } }`)),
  refused(
    '493 fields under 82 aliases',
    posted(`{ country { ${times(82, (n) => `a${n}: parent { id code level kind name }`)} } }`),
  ),
  refused('a fragment that doubles over 5 levels', posted(doubling(5))),
  refused('fields 20 deep', posted(`{ country ${'{ parent '.repeat(18)} { id } ${'}'.repeat(18)} }`)),
  refused(
    '3,990 tokens in a list',
    posted(`{ country(x: [${times(3_980, () => '1')}]) { id } }`),
    'GRAPHQL_VALIDATION_FAILED',
  ),
  refused('250 kB in a comment', posted(`{ country { id } } # ${'x'.repeat(250_000)}`)),
];

export const FACET_CHAINS: readonly (HostileRequest & { readonly levels: number })[] = [3, 5, 9].map((levels) => ({
  levels,
  title: `facets and parents in turn, ${levels} of each`,
  sent: posted(facetChain(levels)),
}));

export const CIRCULAR: readonly HostileRequest[] = [
  {
    title: 'a fragment that spreads itself',
    sent: posted('{ country { ...F } } fragment F on AdministrativeUnit { id ...F }'),
  },
  {
    title: 'fragments that spread one another',
    sent: posted(
      '{ country { ...F } } fragment F on AdministrativeUnit { ...G } fragment G on AdministrativeUnit { ...F }',
    ),
  },
];

export const NAMES_OF_OBJECTS: readonly HostileRequest[] = [
  { title: '__proto__ as an alias', sent: posted('{ __proto__: country { constructor: name toString: id } }') },
  { title: 'constructor as an alias', sent: posted('{ constructor: country { hasOwnProperty: name } }') },
];

/** As text: an object literal would set its prototype instead of having such a member. */
export const PROTOTYPE_VARIABLES: HostileRequest = {
  title: 'variables named __proto__ and constructor',
  sent: {
    body: `{"query":"query Q($constructor: String!) { province(code: $constructor) { name } }","variables":{"constructor":"19","__proto__":{"polluted":true}}}`,
  },
};

const LIST = `assessments(within: "VN", indicator: "${INDICATOR}", year: 2025`;
const COMMUNES = (rest: string) => `province(code: "19") { communes(${rest}) { nodes { id } } }`;

export const PAGES: readonly RefusedRequest[] = [
  ...[
    ['a literal', `query ${MAP} { ${LIST}, first: 100000) { nodes { missingItems } } }`, {}],
    ['a variable', `query Q($n: Int!) ${MAP} { ${LIST}, first: $n) { nodes { missingItems } } }`, { n: 100_000 }],
    ['a default', `query Q($n: Int! = 100000) ${MAP} { ${LIST}, first: $n) { nodes { missingItems } } }`, {}],
    ['a list inside', `query Q($n: Int!) ${MAP} { ${COMMUNES('first: $n')} }`, { n: 100_000 }],
  ].map(([how, query, variables]) =>
    refused(`a page of 100,000 by ${how}`, posted(query as string, variables as object), 'PAGE_TOO_LARGE'),
  ),
  // as text: JSON of our own making has no 1e308
  ...['-1', '2147483648', '1e308', '"5"', '[5]'].map((size) => {
    const query = JSON.stringify(`query Q($n: Int!) ${MAP} { ${COMMUNES('first: $n')} }`);
    const sent = { body: `{"query":${query},"variables":{"n":${size}}}` };
    return refused(`a page of the size ${size}`, sent, 'BAD_USER_INPUT');
  }),
  ...['', 'x', '!!!', 'eyJhIjoxfQ==', 'AAAA'.repeat(5_000)].map((after) => {
    const query = `query Q($after: String) ${MAP} { ${COMMUNES('first: 5, after: $after')} }`;
    return refused(
      `a page after the cursor ${JSON.stringify(after.slice(0, 20))}`,
      posted(query, { after }),
      'BAD_USER_INPUT',
    );
  }),
];

const QUESTION = '{"query":"{ country { name } }"}';

export const LARGE_BODIES: readonly RefusedRequest[] = [
  refused(
    'a body of 15 MB',
    { body: JSON.stringify({ query: `{ country { name } } #${'x'.repeat(15_000_000)}` }) },
    'BODY_TOO_LARGE',
  ),
  refused(
    'a body that unpacks to 100 MB',
    { body: gzipSync(Buffer.alloc(100_000_000, ' ')), headers: { 'content-encoding': 'gzip' } },
    'BAD_USER_INPUT',
  ),
];

export const BODIES: readonly HostileRequest[] = [
  { title: 'with bad UTF-8', sent: { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) } },
  {
    title: 'in UTF-16',
    sent: {
      body: Buffer.from(QUESTION, 'utf16le'),
      headers: { 'content-type': 'application/json; charset=utf-16' },
    },
  },
  { title: 'that ends in the middle', sent: { body: '{"query":"{ country' } },
  { title: 'that is a list: operations come one by one', sent: { body: `[${QUESTION},${QUESTION}]` } },
  { title: 'that is a number', sent: { body: '17' } },
  { title: 'that is null', sent: { body: 'null' } },
  { title: 'of brackets 120,000 deep', sent: { body: '['.repeat(120_000) } },
  { title: 'without a query', sent: { body: '{}' } },
  { title: 'whose query is a list', sent: { body: '{"query":["{ country { name } }"]}' } },
  { title: 'whose variables are text', sent: { body: '{"query":"{ country { name } }","variables":"x"}' } },
  {
    title: 'that is a form',
    sent: {
      body: 'query=%7Bcountry%7Bname%7D%7D',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  },
  { title: 'that is plain text', sent: { body: QUESTION, headers: { 'content-type': 'text/plain' } } },
];

const inAddress = (query: string, headers: Record<string, string>): Sent => ({
  method: 'GET',
  path: `/graphql?query=${encodeURIComponent(query)}`,
  headers,
});
const OF_A_PROGRAM = { 'apollo-require-preflight': '1' };

export const GETS = {
  ofAnotherOrigin: inAddress('{ country { name } }', { 'content-type': 'text/plain' }),
  ofAProgram: inAddress('{ country { name } }', OF_A_PROGRAM),
  ofAMutation: inAddress('mutation { recountTallies { counted } }', OF_A_PROGRAM),
  oversized: inAddress(doubling(9), OF_A_PROGRAM),
} as const;

/** Introspection and typos: answered to developers, refused elsewhere. */
export const ABOUT_THE_SCHEMA = {
  types: '{ __schema { types { name } } }',
  type: '{ __type(name: "Commune") { fields { name } } }',
  typo: '{ contry { nam } }',
} as const;

/** 200 items of which none is valid. */
export const INVALID_ITEMS: HostileRequest = {
  title: '200 list items that are invalid',
  sent: posted('mutation M($input: EnterAssessmentInput!) { saveAssessment(input: $input) { userErrors { code } } }', {
    input: {
      unitCode: '1',
      indicator: INDICATOR,
      year: 2025,
      items: Array.from({ length: 200 }, () => ({ number: 'x', verdict: 'MAYBE' })),
    },
  }),
};

/** All of it, for what is asked of each. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...OVERSIZED,
  ...AT_THE_LIMITS,
  ...FACET_CHAINS,
  ...CIRCULAR,
  ...NAMES_OF_OBJECTS,
  PROTOTYPE_VARIABLES,
  ...PAGES,
  ...LARGE_BODIES,
  ...BODIES.map(({ title, sent }) => ({ title: `a body ${title}`, sent })),
  ...Object.entries(GETS).map(([title, sent]) => ({ title: `a GET ${title}`, sent })),
  ...Object.entries(ABOUT_THE_SCHEMA).map(([title, query]) => ({
    title: `about the schema: ${title}`,
    sent: posted(query),
  })),
  INVALID_ITEMS,
];
