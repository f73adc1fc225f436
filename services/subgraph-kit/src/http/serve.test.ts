import 'reflect-metadata';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { everyone } from '../access/field-policy';
import { batchOne } from '../batch';
import { SpeakingError } from '../errors/speaking-error';
import { Role } from '../identity/actor';
import { type InternalIdentity, signInternalToken } from '../identity/internal-token';
import { createRequestContext, type RequestContext } from '../request-context';
import { createFederatedSchema } from '../schema/federated-schema';
import { StartError } from '../start-error';
import type { Readiness, Subgraph } from '../subgraph';
import type { RunningServer } from './http-server';
import { serve } from './serve';

const KEY = 'a key that the gateway and its services share';
const IDENTITY: InternalIdentity = {
  actor: { subject: 'a', role: Role.VIEWER, scope: 'VN' },
  asOf: { map: '2025-06-30', knownOn: null, today: '2026-03-01' },
};
const SECRET = 'relation "assessment" at 10.1.2.3:5432';

@ObjectType()
class Unit {
  @Field(() => ID)
  id!: string;
}

interface TestContext extends RequestContext {
  readonly counts: ReturnType<typeof batchOne<string, { id: string; count: number }>>;
}

@Resolver(() => Unit)
class UnitResolver {
  @Query(() => String)
  map(@Ctx() { asOf, actor }: RequestContext): string {
    return `${asOf.map} ${actor.subject}`;
  }

  @Query(() => String, { nullable: true })
  fail(@Arg('how') how: string): string {
    if (how === 'expected') throw new SpeakingError('UNIT_NOT_FOUND', 'There is no unit 99.');
    throw Object.assign(new Error(SECRET), { code: '42P01', query: 'select * from assessment' });
  }

  @Query(() => [Unit])
  units(): Unit[] {
    return ['a', 'b', 'c'].map((id) => Object.assign(new Unit(), { id }));
  }

  // one batch fails it for all units at once
  @FieldResolver(() => Int, { nullable: true })
  async count(@Root() { id }: Unit, @Ctx() { counts }: TestContext): Promise<number | null> {
    return (await counts.load(id))?.count ?? null;
  }

  @Query(() => String)
  async slow(): Promise<string> {
    slowBegan();
    await slowMayEnd;
    return 'ended';
  }
}

let slowBegan = () => {};
let slowMayEnd: Promise<void> = Promise.resolve();
let readiness: Readiness = { ready: true, waitingFor: null, versions: { register: '7' } };
const log: Record<string, never>[] = [];
const logger = pino(
  { level: 'warn' },
  new Writable({
    write(line, _encoding, done) {
      log.push(JSON.parse(line));
      done();
    },
  }),
);
const { schema, sdl } = createFederatedSchema<RequestContext>({
  resolvers: [UnitResolver],
  policies: everyone({ Unit: 'id count', Query: 'map fail units slow' }),
  references: {},
});
const subgraph: Subgraph = {
  name: 'test',
  schema,
  sdl,
  createContext: (identity): TestContext => ({
    ...createRequestContext(identity),
    counts: batchOne(
      () => Promise.reject(new Error(SECRET)),
      ({ id }) => id,
    ),
  }),
  readiness: async () => readiness,
  internalRoute: async (path) =>
    path === '/internal/register' ? { contentType: 'application/json', body: '{}' } : null,
  close: async () => {},
};

let server: RunningServer;
let token: string;
beforeAll(async () => {
  server = await serve(subgraph, { host: '127.0.0.1', port: 0, internalKey: KEY, logger });
  token = await signInternalToken(IDENTITY, KEY);
});
afterAll(() => server.drain(0));
beforeEach(() => log.splice(0));

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function post(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  path = '/graphql',
): Promise<Answer> {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: body as string,
  });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
}

const ask = (query: string, rest: object = {}) => post(JSON.stringify({ query, ...rest }));

describe('a subgraph that is served', () => {
  it('answers for the actor and the days of the internal token', async () => {
    expect(await ask('{ map }')).toMatchObject({ status: 200, data: { map: '2025-06-30 a' } });
  });

  it('does not let the headers of a client say who asks', async () => {
    const answer = await post(JSON.stringify({ query: '{ map }' }), {
      'x-actor': 'b',
      'app-actor': 'b',
      'x-role': 'ADMIN',
    });
    expect(answer.data).toEqual({ map: '2025-06-30 a' });
  });

  it('refuses a request without days, since it has none of its own', async () => {
    const headers = { authorization: `Bearer ${await signInternalToken({ ...IDENTITY, asOf: null }, KEY)}` };
    const answer = await post(JSON.stringify({ query: '{ map }' }), headers);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'AS_OF_MISSING' } }] });
  });

  it.each([
    ['an operation', '/graphql', '{ map }'],
    ['the schema', '/graphql', '{ _service { sdl } }'],
    ['an entity', '/graphql', '{ _entities(representations: []) { __typename } }'],
    ['introspection', '/graphql', '{ __schema { types { name } } }'],
    ['an internal address', '/internal/register', ''],
    ['an address that is not there', '/internal/secret', ''],
    ['a file', '/../../etc/passwd', ''],
  ])('gives %s to nobody without a token', async (_what, path, query) => {
    for (const authorization of ['', 'Bearer', 'Bearer x.y.z', `Basic ${token}`, token]) {
      const answer = await post(JSON.stringify({ query }), { authorization }, path);
      expect(answer.status).toBe(401);
      expect(answer.errors).toEqual([
        { message: 'This address answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } },
      ]);
      expect(answer.text).not.toContain('data');
    }
  });

  it('refuses a token that is for clients, though signed with its key', async () => {
    const client = await new SignJWT({ role: 'ADMIN', scope: 'VN' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('a')
      .setAudience('tieuchi')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(KEY));
    expect((await post('{}', { authorization: `Bearer ${client}` })).status).toBe(401);
  });

  it('gives the gateway its internal addresses, and 404 beside them', async () => {
    expect((await post('', {}, '/internal/register?x=1')).status).toBe(200);
    expect((await post('', {}, '/internal/secret')).status).toBe(404);
  });

  it('answers GraphQL faults of a document as they are', async () => {
    expect((await ask('{ nothing }')).errors[0]!.message).toContain('Cannot query field "nothing"');
    expect((await ask('{ ')).errors[0]!.message).toContain('Syntax Error');
  });
});

describe('a body', () => {
  it.each([
    ['no JSON', '{'],
    ['empty', ''],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[{"query":"{ map }"}]'],
    ['without a query', '{}'],
    ['with a query that is no text', '{"query":{}}'],
    ['with variables that are no object', '{"query":"{ map }","variables":[1]}'],
    ['with an operation name that is no text', '{"query":"{ map }","operationName":5}'],
  ])('that is %s is refused with a code', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(log).toEqual([]);
  });

  it('may hold 4 MB', async () => {
    expect((await post(JSON.stringify({ query: '{ map }' }).padEnd(4_000_000))).status).toBe(200);
  });

  it('over the limit is refused, and the client hears why', async () => {
    const answer = await post(JSON.stringify({ query: '{ map }' }).padEnd(20_000_000));
    expect(answer).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
    expect((await ask('{ map }')).status).toBe(200);
  });

  it('over the limit is refused though its length is not announced, without holding all of it', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${server.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      request.on('response', (response) => resolve(response.statusCode)).on('error', reject);
      for (let sent = 0; sent < 20; sent += 1) request.write(' '.repeat(1_000_000));
      request.end();
    });
    expect(status).toBe(413);
  });
});

describe('an error', () => {
  it('that was meant for the client passes with its code and path', async () => {
    expect((await ask('{ fail(how: "expected") }')).errors).toEqual([
      expect.objectContaining({
        message: 'There is no unit 99.',
        path: ['fail'],
        extensions: { code: 'UNIT_NOT_FOUND' },
      }),
    ]);
  });

  it('that was not expected is masked; its cause is in the log under the id that the client gets', async () => {
    const answer = await ask('{ fail(how: "unexpectedly") }');
    expect(answer.data).toEqual({ fail: null });
    expect(answer.text).not.toMatch(/assessment|10\.1\.2\.3|42P01|\.ts|node_modules|stack/);
    const { correlationId, code } = answer.errors[0]!.extensions;
    expect(code).toBe('INTERNAL_ERROR');
    expect(answer.errors[0]!.message).toContain(correlationId);
    expect(log).toEqual([
      expect.objectContaining({ correlationId, err: expect.objectContaining({ message: SECRET }) }),
    ]);
  });

  it('that one statement gives to many units is noted once, under one id', async () => {
    const answer = await ask('{ units { id count } }');
    expect(answer.errors.map(({ path }) => path)).toEqual([0, 1, 2].map((index) => ['units', index, 'count']));
    expect(new Set(answer.errors.map(({ extensions }) => extensions.correlationId)).size).toBe(1);
    expect(log).toHaveLength(1);
  });
});

describe('readiness', () => {
  const read = async (path: string) => {
    const response = await fetch(new URL(path, server.url));
    return { status: response.status, body: await response.json() };
  };

  it('is 200 with the versions, or 503 with what is waited for', async () => {
    expect(await read('/readyz')).toEqual({ status: 200, body: readiness });
    readiness = { ready: false, waitingFor: 'register', versions: {} };
    expect(await read('/readyz')).toEqual({ status: 503, body: readiness });
  });

  it('is another thing than being alive', async () => {
    readiness = { ready: false, waitingFor: 'database', versions: {} };
    expect(await read('/healthz')).toEqual({ status: 200, body: { alive: true } });
  });
});

describe('a server', () => {
  it('that finds its port taken says so in one line', async () => {
    const taken = serve(subgraph, { host: '127.0.0.1', port: server.port, internalKey: KEY, logger });
    await expect(taken).rejects.toBeInstanceOf(StartError);
    await expect(taken).rejects.toMatchObject({ line: expect.stringContaining(`port ${server.port} is in use`) });
  });

  it('answers 400 to what is no HTTP and goes on', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(text).toContain('400 Bad Request');
    expect((await ask('{ map }')).status).toBe(200);
  });

  it('drains: it lets a running request end and takes no new one', async () => {
    const own = await serve(subgraph, { host: '127.0.0.1', port: 0, internalKey: KEY, logger });
    let letEnd = () => {};
    slowMayEnd = new Promise((resolve) => (letEnd = resolve));
    const began = new Promise<void>((resolve) => (slowBegan = resolve));
    const headers = { authorization: `Bearer ${token}` };
    const running = fetch(`${own.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ slow }"}' });
    await began;
    const drained = own.drain();
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
    const endedAt = Date.now();
    letEnd();
    expect(await (await running).json()).toEqual({ data: { slow: 'ended' } });
    await drained;
    // the client's connection is kept alive otherwise, and the drain waits for its grace to pass
    expect(Date.now() - endedAt).toBeLessThan(1_000);
  });

  it('does not wait for ever for a request that never ends', async () => {
    const own = await serve(subgraph, { host: '127.0.0.1', port: 0, internalKey: KEY, logger });
    slowMayEnd = new Promise(() => {});
    const began = new Promise<void>((resolve) => (slowBegan = resolve));
    const headers = { authorization: `Bearer ${token}` };
    const running = fetch(`${own.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ slow }"}' });
    const cut = expect(running).rejects.toThrow();
    await began;
    await own.drain(200);
    await cut;
  });
});
