import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSupergraph } from '@tieuchi/schema';
import { createLogger, Role, SpeakingError, StartError, type Subgraph, serve } from '@tieuchi/subgraph-kit';
import { buildSchema, isCompositeType, isInterfaceType } from 'graphql';
import { type GatewayOptions, type RunningGateway, startGateway } from './gateway';
import { createTestIssuer } from './identity/test-issuer.fixture';
import { createTokenVerifier, type TokenVerifier } from './identity/token-verifier';
import { accessInProcess } from './subgraph-access/in-process';
import { accessOverHttp } from './subgraph-access/over-http';
import type { SubgraphAccess } from './subgraph-access/subgraph-access';
import { chained, composeTestGraph, counts, maps, rates } from './test-graph.fixture';

const KEY = 'a key that the gateway and its services share';
const DEADLINE_MS = 300;
const quiet = createLogger('test', 'silent');
const supergraphSdl = composeTestGraph([maps, counts, rates]);
const inProcess = (subgraph: Subgraph) => accessInProcess(subgraph, quiet);

function keptLog(level: string) {
  const lines: string[] = [];
  return { lines, logger: createLogger('test', level, { write: (line) => lines.push(line) }) };
}

const stops: (() => unknown)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

let verifyToken: TokenVerifier;
let token: string;
beforeAll(async () => {
  const { issuer, sign } = await createTestIssuer();
  verifyToken = createTokenVerifier([issuer]);
  token = await sign();
});

async function start(options: Partial<GatewayOptions> = {}): Promise<RunningGateway> {
  const gateway = await startGateway({
    supergraphSdl,
    subgraphs: [maps, counts, rates].map(inProcess),
    verifyToken,
    anonymousRole: Role.PUBLIC,
    operations: 'off',
    forDevelopers: true,
    host: '127.0.0.1',
    port: 0,
    subgraphDeadlineMs: DEADLINE_MS,
    logger: quiet,
    now: () => new Date('2026-02-28T17:00:00Z'),
    ...options,
  });
  stops.push(() => gateway.stop());
  return gateway;
}

/** A gateway whose subgraph `counts` is another one. */
const startWithCounts = (access: SubgraphAccess, options: Partial<GatewayOptions> = {}) =>
  start({ subgraphs: [inProcess(maps), access, inProcess(rates)], ...options });

interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers of many shapes
  readonly data: any;
  readonly errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[] | undefined;
}

async function send(url: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  return { status: response.status, text, data, errors };
}

const ask = ({ url }: RunningGateway, query: string, rest: object = {}, headers: Record<string, string> = {}) =>
  send(url, JSON.stringify({ query, ...rest }), headers);

const codesOf = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await start();
});

describe('a gateway', () => {
  it('answers over several subgraphs, also what one computes from another', async () => {
    expect(await ask(gateway, '{ country { id name met rate } }')).toMatchObject({
      status: 200,
      errors: undefined,
      data: { country: { id: '01', name: 'Province 01', met: 7, rate: 'rate from ledger of 01' } },
    });
  });

  it('passes on who asks and the days, resolved by its own clock at the midnight of Vietnam', async () => {
    const operation = 'query @asOf(map: "2025-06-30", knownOn: "2025-12-31") { whoami }';
    const { data } = await ask(gateway, operation, {}, { authorization: `Bearer ${token}` });
    expect(JSON.parse(data.whoami)).toEqual({
      subject: 'officer',
      role: 'APPRAISER',
      scope: 'P-19',
      map: '2025-06-30',
      knownOn: '2025-12-31',
      today: '2026-03-01',
    });
    const before = await start({ now: () => new Date('2026-02-28T16:59:59Z') });
    const { data: earlier } = await ask(before, '{ whoami }');
    expect(JSON.parse(earlier.whoami)).toMatchObject({ map: '2026-02-28', knownOn: null, today: '2026-02-28' });
  });

  it('drops every header that claims an identity', async () => {
    const claims = {
      'x-actor': 'b',
      'x-role': 'ADMIN',
      'app-actor': 'b',
      'app-scope': 'all',
      'x-forwarded-user': 'b',
      cookie: 'role=ADMIN',
    };
    for (const headers of [claims, { ...claims, authorization: `Bearer ${token}` }]) {
      const { data } = await ask(gateway, '{ whoami }', {}, headers);
      const plain = await ask(
        gateway,
        '{ whoami }',
        {},
        'authorization' in headers ? { authorization: headers.authorization } : {},
      );
      expect(data).toEqual(plain.data);
    }
  });

  it('drops them also on the way to a subgraph in another process', async () => {
    const seen: Record<string, unknown>[] = [];
    const { url } = await listenRaw((request, response) => {
      seen.push(request.headers);
      response.end('{"data":{"series":["a"]}}');
    });
    const own = await startWithCounts(accessOverHttp('counts', { url, internalKey: KEY, deadlineMs: DEADLINE_MS }));
    const headers = { authorization: `Bearer ${token}`, 'x-actor': 'b', cookie: 'a=b' };
    expect((await ask(own, '{ series }', {}, headers)).data).toEqual({ series: ['a'] });
    expect(seen[0]).not.toHaveProperty('x-actor');
    expect(seen[0]).not.toHaveProperty('cookie');
    expect(seen[0]!.authorization).not.toContain(token);
  });

  it('refuses a token that is not valid with 401, in the same words, before it looks at the operation', async () => {
    const forged = [`${token.slice(0, -4)}AAAA`, 'x'.repeat(10_240), 'x.y.z', ''];
    for (const one of forged) {
      const answer = await ask(gateway, '{ whoami', {}, { authorization: `Bearer ${one}` });
      expect([answer.status, answer.text]).toEqual([
        401,
        '{"errors":[{"message":"A valid token is needed here.","extensions":{"code":"UNAUTHENTICATED"}}]}',
      ]);
    }
  });

  it('names no token in its log, whatever became of it', async () => {
    const { logger, lines } = keptLog('trace');
    const own = await start({ logger });
    const [, claims, signature] = token.split('.') as [string, string, string];
    const forged = `${token.slice(0, -8)}AAAAAAAA`;
    const answers = await Promise.all(
      [token, forged, `${token} ${token}`, `${token}.${token}`].flatMap((one) => [
        ask(own, '{ whoami }', {}, { authorization: `Bearer ${one}` }),
        ask(own, '{ fail(how: "unexpectedly") }', {}, { authorization: `Bearer ${one}` }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, ...Array(6).fill(401)]);
    const written = lines.join('');
    expect(written.match(/identity refused/g)).toHaveLength(6);
    for (const secret of [claims, signature, signature.slice(0, 20)]) expect(written).not.toContain(secret);
  });

  it('is ready when all behind it are, and names what is not', async () => {
    const read = async ({ url }: RunningGateway) => {
      const response = await fetch(`${url}/readyz`);
      return { status: response.status, body: await response.json() };
    };
    expect(await read(gateway)).toMatchObject({
      status: 200,
      body: { ready: true, version: '0.1.0', services: { maps: { versions: { maps: '1' } } } },
    });
    const { url } = await listenRaw((_request, response) => response.end('null'));
    for (const place of [url, 'http://127.0.0.1:1']) {
      const own = await startWithCounts(
        accessOverHttp('counts', { url: place, internalKey: KEY, deadlineMs: DEADLINE_MS }),
      );
      const answer = await read(own);
      expect(answer).toMatchObject({
        status: 503,
        body: { ready: false, services: { counts: { ready: false }, maps: { ready: true } } },
      });
      expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
    }
  });
});

describe('a question that cannot be answered', () => {
  const cases: [string, string | Uint8Array, number, string][] = [
    ['no JSON', '{', 400, 'BAD_USER_INPUT'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400, 'BAD_USER_INPUT'],
    ['over 256 kB', JSON.stringify({ query: '{ whoami }' }).padEnd(20_000_000), 413, 'BODY_TOO_LARGE'],
    ['of no fields', '{"query":"{ nothing }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{"query":"{"}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown operation', '{"query":"query A { whoami }","operationName":"B"}', 400, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'of two operations and no name',
      '{"query":"query A { whoami } query B { whoami }"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'of a variable of another type',
      '{"query":"query ($y: Int!) { year(of: $y) }","variables":{"y":"x"}}',
      400,
      'BAD_USER_INPUT',
    ],
    ['without a variable', '{"query":"query ($y: Int!) { year(of: $y) }"}', 400, 'BAD_USER_INPUT'],
    ['about no day', '{"query":"query @asOf(map: \\"2025-02-31\\") { whoami }"}', 400, 'AS_OF_INVALID'],
    ['about tomorrow', '{"query":"query @asOf(knownOn: \\"2026-03-02\\") { whoami }"}', 400, 'KNOWN_ON_IN_FUTURE'],
  ];
  it.each(cases)(
    'because it is %s is refused with a code, and is the asker’s fault',
    async (_what, body, status, code) => {
      const answer = await send(gateway.url, body);
      expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
      expect(answer.text).not.toMatch(/stack|node_modules|\.ts:/);
    },
  );

  it.each(['[{"query":"{ whoami }"},{"query":"{ whoami }"}]', '[]', 'null', '5', '"text"', '', '{}'])(
    'because its body is %j is refused with 400',
    async (body) => {
      expect((await send(gateway.url, body)).status).toBe(400);
    },
  );

  it('over 256 kB is refused though its length is not announced', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      request.on('response', (response) => resolve(response.statusCode)).on('error', reject);
      for (let sent = 0; sent < 20; sent += 1) request.write(' '.repeat(100_000));
      request.end();
    });
    expect(status).toBe(413);
  });
});

describe('an error of a subgraph', () => {
  it('that was meant for the client passes with its path', async () => {
    const answer = await ask(gateway, '{ fail(how: "expected") }');
    expect(answer.errors).toEqual([
      { message: 'There is no unit 99.', path: ['fail'], extensions: { code: 'UNIT_NOT_FOUND' } },
    ]);
  });

  it('that was not is masked on the way', async () => {
    const answer = await ask(gateway, '{ fail(how: "unexpectedly") whoami }');
    expect(answer.data).toMatchObject({ fail: null, whoami: expect.any(String) });
    expect(codesOf(answer)).toEqual(['INTERNAL_ERROR']);
    expect(answer.text).not.toMatch(/10\.1\.2\.3|relation "/);
  });

  it('that is the same in three provinces is said once, with its places', async () => {
    const answer = await ask(gateway, '{ provinces { name missing } }');
    expect(answer.data.provinces.map(({ name }: { name: string }) => name)).toHaveLength(3);
    expect(answer.errors).toEqual([
      expect.objectContaining({ extensions: { code: 'YEAR_NOT_FOUND', paths: ['provinces[].missing'] } }),
    ]);
  });

  it('that carries no code of ours is masked here, because it may tell of the inside', async () => {
    const own = await startWithCounts({
      ...inProcess(counts),
      run: async () => ({ data: null, errors: [{ message: 'connect ECONNREFUSED 10.1.2.3:5432', path: ['series'] }] }),
    });
    const answer = await ask(own, '{ series }', {}, { 'x-request-id': 'request-of-a-test' });
    const extensions = { code: 'INTERNAL_ERROR', correlationId: 'request-of-a-test' };
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['series'], extensions })]);
    expect(answer.text).not.toContain('10.1.2.3');
  });
});

async function listenRaw(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const ASKED = '{ country { name rate met } provinces { name m: met } series }';
const REST = {
  country: { name: 'Province 01', rate: null, met: null },
  provinces: ['01', '19', '31'].map((id) => ({ name: `Province ${id}`, m: null })),
  series: null,
};

/** One error for the service, with all places, and nothing of where it was looked for. */
function expectSilence(answer: Answer) {
  expect(answer.data).toEqual(REST);
  expect(answer.errors).toHaveLength(1);
  const [{ extensions, message }] = answer.errors as [{ extensions: Record<string, unknown>; message: string }];
  expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: 'counts' });
  const places = ['country.met', 'country.rate', 'provinces[].m', 'series'];
  expect([...(extensions.paths as string[])].sort()).toEqual(places);
  for (const place of places) expect(message).toContain(place);
  expect(answer.text).not.toMatch(/127\.0\.0\.1|localhost|http|internal:|ECONN|fetch|stack|JSON/i);
}

async function askInTime(own: RunningGateway): Promise<Answer> {
  const startedAt = Date.now();
  const answer = await ask(own, ASKED);
  expect(Date.now() - startedAt).toBeLessThan(DEADLINE_MS + 700);
  return answer;
}

describe('a subgraph in this process that does not answer', () => {
  const answersWith = (value: unknown) => async () => value as never;
  it.each<[string, SubgraphAccess['run']]>([
    ['hangs', () => new Promise(() => {})],
    ['rejects', () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432'))],
    [
      'throws',
      () => {
        throw new SpeakingError('AS_OF_MISSING', 'at http://127.0.0.1');
      },
    ],
    [
      'rejects after the deadline',
      () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), DEADLINE_MS + 50)),
    ],
    ['answers nothing', answersWith(undefined)],
    ['answers null', answersWith(null)],
    ['answers a text', answersWith('http://127.0.0.1')],
    ['answers a list', answersWith([])],
    ['answers an empty object', answersWith({})],
    ['answers data that is a text', answersWith({ data: 'http://127.0.0.1' })],
    ['answers data that is a list', answersWith({ data: [] })],
    ['answers errors that are no list', answersWith({ errors: 'http://127.0.0.1' })],
    ['answers errors that are null', answersWith({ errors: [null] })],
    ['answers no data and no errors', answersWith({ data: null })],
  ])('that %s costs what is its own and no more', async (_what, run) => {
    expectSilence(await askInTime(await startWithCounts({ ...inProcess(counts), run })));
  });

  it.each<[string, unknown]>([
    ['no list', 'http://127.0.0.1'],
    ['too short', []],
    ['missing', undefined],
  ])('for entities, because its list is %s, costs what is its own and no more', async (_what, entities) => {
    const { run, ...rest } = inProcess(counts);
    const own = await startWithCounts({
      ...rest,
      run: (request, identity) =>
        request.query.includes('_entities')
          ? Promise.resolve({ data: { _entities: entities } })
          : run(request, identity),
    });
    const answer = await ask(own, '{ country { name met } }');
    expect([answer.data, codesOf(answer)]).toEqual([
      { country: { name: 'Province 01', met: null } },
      ['SUBGRAPH_UNAVAILABLE'],
    ]);
  });
});

describe('a subgraph in another process that does not answer', () => {
  it.each<[string, RequestListener]>([
    ['hangs', () => {}],
    ['hangs after its head', (_request, response) => void response.writeHead(200).write('{"data":')],
    [
      'closes in the middle of its body',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('{"data":{"series":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['closes at once', (request) => void request.socket.destroy()],
    [
      'answers HTML',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>http://127.0.0.1</h1>'),
    ],
    [
      'answers 500',
      (_request, response) => void response.writeHead(500).end('{"errors":[{"message":"at 127.0.0.1"}]}'),
    ],
    [
      'answers 404',
      (_request, response) => void response.writeHead(404).end('{"errors":[{"message":"at 127.0.0.1"}]}'),
    ],
    [
      'refers elsewhere',
      (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['answers nothing', (_request, response) => void response.writeHead(200).end()],
    ['answers other JSON', (_request, response) => void response.writeHead(200).end('["127.0.0.1"]')],
  ])('that %s costs what is its own and no more', async (_what, listener) => {
    const { url } = await listenRaw(listener);
    expectSilence(
      await askInTime(
        await startWithCounts(accessOverHttp('counts', { url, internalKey: KEY, deadlineMs: DEADLINE_MS })),
      ),
    );
  });

  it('because nobody listens costs what is its own and no more', async () => {
    const { url, server } = await listenRaw(() => {});
    await new Promise((resolve) => server.close(resolve));
    expectSilence(
      await askInTime(
        await startWithCounts(accessOverHttp('counts', { url, internalKey: KEY, deadlineMs: DEADLINE_MS })),
      ),
    );
  });

  it('because the keys differ does not tell a client that its own token is wrong', async () => {
    const server = await serve(counts, {
      host: '127.0.0.1',
      port: 0,
      internalKey: 'another key that nobody else knows',
      logger: quiet,
    });
    stops.push(() => server.drain(0));
    const access = accessOverHttp('counts', { url: server.url, internalKey: KEY, deadlineMs: DEADLINE_MS });
    expectSilence(await askInTime(await startWithCounts(access)));
  });

  it('answers again as soon as it is there', async () => {
    const server = await serve(counts, { host: '127.0.0.1', port: 0, internalKey: KEY, logger: quiet });
    stops.push(() => server.drain(0));
    const access = accessOverHttp('counts', { url: server.url, internalKey: KEY, deadlineMs: DEADLINE_MS });
    let isThere = false;
    const run: SubgraphAccess['run'] = (request, identity) =>
      isThere ? access.run(request, identity) : Promise.reject(new Error());
    const own = await startWithCounts({ ...access, run });
    expectSilence(await askInTime(own));
    isThere = true;
    expect(await ask(own, ASKED)).toMatchObject({
      errors: undefined,
      data: { country: { rate: 'rate from ledger of 01' } },
    });
  });

  it('is in the log with its cause', async () => {
    const { logger, lines } = keptLog('warn');
    const own = await startWithCounts(
      { ...inProcess(counts), run: () => Promise.reject(new Error('cause')) },
      { logger },
    );
    await ask(own, '{ series }');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ subgraph: 'counts', err: expect.objectContaining({ message: 'cause' }) }),
    ]);
  });
});

describe('a supergraph file', () => {
  it.each<[string, string]>([
    ['is cut short', supergraphSdl.slice(0, supergraphSdl.length / 2)],
    ['is empty', ''],
    ['is no supergraph', 'type Query { country: String }'],
    ['names a service that is not there', composeTestGraph([maps, counts, rates, ...chained])],
    ['is of a federation that is not known', supergraphSdl.replaceAll(/join\/v0\.\d/g, 'join/v9.9')],
  ])('that %s stops the start with one line', async (_what, sdl) => {
    const failure = await start({ supergraphSdl: sdl }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect((failure as StartError).line).toMatch(
      /^the supergraph cannot be used \(.+\) – take schema\/supergraph[^\n]+$/,
    );
  });
});

describe('two subgraphs that do not answer', () => {
  it('are two errors', async () => {
    const run = () => new Promise<never>(() => {});
    const own = await start({
      subgraphs: [inProcess(maps), { ...inProcess(counts), run }, { ...inProcess(rates), run }],
    });
    const answer = await ask(own, '{ methods series whoami }');
    expect(answer.errors?.map(({ extensions }) => [extensions.service, extensions.paths]).sort()).toEqual([
      ['counts', ['series']],
      ['rates', ['methods']],
    ]);
  });
});

describe('chains through facets', () => {
  it('cannot be written in our own graph: no facet leads back to a unit', () => {
    const graph = buildSchema(readSupergraph(), { assumeValid: true });
    const unit = graph.getType('AdministrativeUnit');
    if (!isInterfaceType(unit)) throw new Error('the supergraph has no units');
    const isFacet = ([, field]: [string, { astNode?: unknown }]) =>
      !JSON.stringify(field.astNode).includes('"GEOGRAPHY"');
    const reached = Object.entries(unit.getFields()).filter(isFacet);
    expect(reached.map(([name]) => name)).toEqual(
      expect.arrayContaining(['attainment', 'modelWardQuota', 'assessment']),
    );
    for (const [name] of reached)
      expect([name, ...typesReached(graph, 'AdministrativeUnit', name)]).not.toContain('AdministrativeUnit');
  });

  it.each([
    [3, 200, undefined],
    [5, 400, ['TOO_MANY_PATHS']],
    [9, 400, ['TOO_MANY_PATHS']],
  ])('of %i end with %i %s, in time and memory, where a graph has them', async (depth, status, codes) => {
    const subgraphs = [maps, ...chained];
    const own = await start({ supergraphSdl: composeTestGraph(subgraphs), subgraphs: subgraphs.map(inProcess) });
    const chain = (left: number): string => (left === 0 ? 'name' : `quotas { unit { ${chain(left - 1)} } }`);
    expect((await ask(own, `{ country { ${chain(1)} } }`)).data.country.quotas.unit.name).toBe('Province 01');
    const startedAt = Date.now();
    const heap = process.memoryUsage().heapUsed;
    const answer = await ask(own, `{ country { ${chain(depth)} } }`);
    expect([answer.status, codesOf(answer)]).toEqual([status, codes]);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(500_000_000);
  });
});

/** The names of all types that lie behind a field. */
function typesReached(graph: ReturnType<typeof buildSchema>, typeName: string, fieldName: string): string[] {
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    const type = graph.getType(name);
    if (!type || !isCompositeType(type) || !('getFields' in type)) return;
    for (const { type: inner } of Object.values(type.getFields())) visit(String(inner).replace(/[[\]!]/g, ''));
  };
  const type = graph.getType(typeName);
  if (type && 'getFields' in type) visit(String(type.getFields()[fieldName]?.type).replace(/[[\]!]/g, ''));
  return [...reached];
}
