import { GEOGRAPHY_ROLES, startGeography } from '@tieuchi/geography';
import { MODEL_WARD_ROLES, startModelWard } from '@tieuchi/model-ward';
import { RURAL_SECURITY_ROLES, startRuralSecurity } from '@tieuchi/rural-security';
import {
  createLogger,
  type InternalIdentity,
  Role,
  type RunningServer,
  registerInProcess,
  type Subgraph,
  serve,
  signInternalToken,
} from '@tieuchi/subgraph-kit';
import { startTestSystem, type TestSystem } from '../../../support/test-system';
import { exchange, type RawRequest } from './raw-request.fixture';

const [OLD, NEW] = ['the key that was shared until today', 'the key that is shared from today on'];
const DAY = '2025-06-30';
const IDENTITY: InternalIdentity = {
  actor: { subject: 'a', role: Role.ADMIN, scope: 'VN' },
  asOf: { map: DAY, knownOn: null, today: '2026-03-01' },
};
const SERVICES = ['geography', 'rural-security', 'model-ward'] as const;

const asking = (query: string): RawRequest => ({ method: 'POST', path: '/graphql', body: JSON.stringify({ query }) });
const ADDRESSES: readonly RawRequest[] = [
  asking('{ __typename }'),
  asking('{ _service { sdl } }'),
  asking('{ _entities(representations: [{ __typename: "Commune", id: "C-00001" }]) { __typename } }'),
  asking('{ __schema { types { name } } }'),
  asking('{'),
  { method: 'GET', path: '/graphql?query=%7B__typename%7D' },
  { method: 'GET', path: '/internal/register' },
  { method: 'POST', path: '/internal/imports?kind=programme', body: '{}' },
  { method: 'GET', path: `/internal/evidence/${'a'.repeat(64)}` },
  { method: 'GET', path: '/internal/nothing' },
  { method: 'GET', path: '/' },
];

let system: TestSystem;
const subgraphs: Subgraph[] = [];
const servers = new Map<string, RunningServer>();
let answer: string;
beforeAll(async () => {
  system = await startTestSystem('demo');
  const { database } = system;
  const geography = await startGeography({ ...database.urlsOf(GEOGRAPHY_ROLES), demonstration: null });
  const register = registerInProcess(geography);
  const options = { demonstration: null, register };
  subgraphs.push(geography);
  subgraphs.push(await startRuralSecurity({ ...database.urlsOf(RURAL_SECURITY_ROLES), ...options }));
  subgraphs.push(await startModelWard({ ...database.urlsOf(MODEL_WARD_ROLES), ...options }));
  for (const subgraph of subgraphs) servers.set(subgraph.name, await serveWith(subgraph, OLD));
  answer = (await exchange(urlOf('geography'), ADDRESSES[0] as RawRequest)).text;
}, 120_000);
afterAll(async () => {
  for (const server of servers.values()) await server.drain(0);
  for (const subgraph of subgraphs) await subgraph.close();
  await system.stop();
});

const serveWith = (subgraph: Subgraph, internalKey: string) =>
  serve(subgraph, { host: '127.0.0.1', port: 0, internalKey, logger: createLogger('test', 'silent') });
const urlOf = (name: string) => servers.get(name)?.url as string;
const bearer = (token: string) => `Authorization: Bearer ${token}`;

const STRANGERS: readonly [what: string, headers: () => Promise<string[]>][] = [
  ['without a token', async () => []],
  ['with a client’s token', async () => [bearer(await system.issuer.sign(IDENTITY.actor))]],
  ['with a token of another key', async () => [bearer(await signInternalToken(IDENTITY, NEW))]],
  [
    'with the right token twice',
    async () => {
      const header = bearer(await signInternalToken(IDENTITY, OLD));
      return [header, header];
    },
  ],
  [
    'with the right token behind a wrong one',
    async () => [bearer('x.y.z'), bearer(await signInternalToken(IDENTITY, OLD))],
  ],
  ['with 10 kB of nothing', async () => [bearer('x'.repeat(10_240))]],
  ['with headers that claim an identity', async () => ['X-Actor: a', 'App-Role: ADMIN', 'X-Role: ADMIN']],
];

describe.each(SERVICES)('%s, asked past the gateway', (name) => {
  it.each(STRANGERS)('gives every address the same bytes %s', async (_what, headers) => {
    for (const request of ADDRESSES) {
      const { text } = await exchange(urlOf(name), { ...request, headers: await headers() });
      expect({ request, text }).toEqual({ request, text: answer });
    }
  });

  it('says no more than that', () => {
    expect(answer).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]?.split('\r\n')[1] as string)).toEqual({
      errors: [{ message: 'This address answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('answers the gateway’s own token, so that the others are refused for what they are', async () => {
    const headers = [bearer(await signInternalToken(IDENTITY, OLD))];
    const { text } = await exchange(urlOf(name), { ...asking('{ _service { sdl } }'), headers });
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(text).toMatch(/(interface|type) AdministrativeUnit/);
  });
});

describe('the key between the gateway and its services', () => {
  it('is rotated in three steps in which neither side refuses the other', async () => {
    const geography = subgraphs[0] as Subgraph;
    const asks = async (gatewayKey: string, serviceKey: string) => {
      const server = await serveWith(geography, serviceKey);
      try {
        const headers = [bearer(await signInternalToken(IDENTITY, gatewayKey))];
        return (await exchange(server.url, { ...asking('{ __typename }'), headers })).status;
      } finally {
        await server.drain(0);
      }
    };
    const steps = [OLD, `${OLD},${NEW}`, `${NEW},${OLD}`, NEW];
    for (const [index, key] of steps.entries()) {
      for (const other of steps.slice(index, index + 2)) {
        expect({ key, other, answers: [await asks(key, other), await asks(other, key)] }).toEqual({
          key,
          other,
          answers: [200, 200],
        });
      }
    }
    expect([await asks(OLD, NEW), await asks(NEW, OLD), await asks(OLD, `${NEW},${OLD}`)]).toEqual([401, 401, 200]);
  });
});
