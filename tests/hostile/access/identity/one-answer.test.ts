import { createHmac } from 'node:crypto';
import { type Actor, Role } from '@tieuchi/subgraph-kit';
import { startTestSystem, type TestSystem } from '../../../support/test-system';
import { exchange, type RawRequest } from './raw-request.fixture';

const MINISTER: Actor = { subject: 'minister', role: Role.MINISTRY, scope: 'VN' };
const SHA256 = 'a'.repeat(64);
const QUESTION = JSON.stringify({ query: '{ country { id } }' });
const CHANGE = JSON.stringify({ query: 'mutation { recountTallies { counted } }' });

/** Each address of the gateway that asks who is there. */
const ADDRESSES: readonly RawRequest[] = [
  { method: 'POST', path: '/graphql', body: QUESTION },
  { method: 'POST', path: '/graphql', body: CHANGE },
  { method: 'POST', path: '/graphql', body: 'no JSON' },
  { method: 'GET', path: '/graphql?query=%7Bcountry%7Bid%7D%7D' },
  { method: 'POST', path: '/imports?kind=programme&name=a.json&dryRun=true', body: '{}' },
  { method: 'DELETE', path: '/imports?kind=nothing' },
  { method: 'GET', path: '/export/quota-check.csv?rule=mps-2022-11' },
  { method: 'GET', path: '/export/nothing.csv' },
  { method: 'PUT', path: `/evidence/${SHA256}`, body: 'x' },
  { method: 'GET', path: `/evidence/${SHA256}` },
  { method: 'GET', path: '/evidence/..%2fgraphql' },
  { method: 'GET', path: '/forms/assessments.xlsx?unit=19&indicator=ntm-2021-2025/19.2&year=2025' },
  { method: 'GET', path: '/forms/nothing' },
];

/** Where nobody without a token does anything, even on loopback, where reading is open. */
const NEED_SOMEBODY = [ADDRESSES[1], ADDRESSES[4], ADDRESSES[8], ADDRESSES[11]] as readonly RawRequest[];

let system: TestSystem;
let answer: string;
let token: string;
beforeAll(async () => {
  system = await startTestSystem('real');
  token = await system.issuer.sign(MINISTER);
  answer = (await exchange(system.url, withHeaders(ADDRESSES[0] as RawRequest, ['Authorization: Bearer x.y.z']))).text;
}, 60_000);
afterAll(() => system.stop());

const withHeaders = (request: RawRequest, headers: readonly string[]): RawRequest => ({ ...request, headers });
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

function hmac(secret: string): string {
  const text = `${encode({ alg: 'HS256' })}.${encode({ iss: ISSUER(), aud: 'tieuchi', sub: 'a', role: 'ADMIN', scope: 'VN', exp: now() + 60 })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
const ISSUER = () => system.issuer.name;
const none = (issuer: string) =>
  `${encode({ alg: 'none' })}.${encode({ iss: issuer, aud: 'tieuchi', sub: 'a', role: 'ADMIN', scope: 'VN', exp: now() + 60 })}.`;
const signed = (changed: object, header: object = {}) => system.issuer.forge(MINISTER, changed, header);
const bearer = async (forged: string | Promise<string>) => [`Authorization: Bearer ${await forged}`];

const FORGERIES: readonly [what: string, headers: () => string[] | Promise<string[]>][] = [
  ['of alg none in the ministry’s name', () => bearer(none(ISSUER()))],
  ['of alg none in the installation’s name', () => bearer(none('tieuchi'))],
  ['signed with the public key as a secret', () => bearer(hmac(system.issuer.publicKey.x as string))],
  ['signed with the public key’s JSON as a secret', () => bearer(hmac(JSON.stringify(system.issuer.publicKey)))],
  ['signed with the key between gateway and services', () => bearer(hmac(system.database.secrets.internalKey))],
  ['for another audience', () => bearer(signed({ aud: 'another' }))],
  ['for subgraphs', () => bearer(signed({ aud: 'tieuchi-subgraph' }))],
  ['expired', () => bearer(signed({ exp: now() - 3_600 }))],
  ['valid from tomorrow', () => bearer(signed({ nbf: now() + 86_400 }))],
  ['issued tomorrow', () => bearer(signed({ iat: now() + 86_400 }))],
  ['of an unknown kid', () => bearer(signed({}, { kid: 'unknown' }))],
  ['with a kid that is a path', () => bearer(signed({}, { kid: '../../../../dev/null' }))],
  ['with its own key in its header', () => bearer(signed({}, { jwk: system.issuer.publicKey, kid: 'unknown' }))],
  ['of an unknown issuer', () => bearer(signed({ iss: 'https://evil.example' }))],
  ['of the ministry’s key in the installation’s name', () => bearer(signed({ iss: 'tieuchi', grant: 'g-1' }))],
  ['of an unknown role', () => bearer(signed({ role: 'EMPEROR' }))],
  ['of the system’s subject', () => bearer(signed({ sub: 'system' }))],
  ['of 10 kB', () => bearer('x'.repeat(10_240))],
  ['of 10 kB, rightly signed', () => bearer(signed({ more: 'x'.repeat(10_240) }))],
  ['good, and sent twice', () => [`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`]],
  ['good, with a bad one before it', () => ['authorization: Bearer x.y.z', `Authorization: Bearer ${token}`]],
  ['good, with a bad one after it', () => [`Authorization: Bearer ${token}`, 'AUTHORIZATION: Bearer x.y.z']],
  ['good, as a password', () => [`Authorization: Basic ${token}`]],
  ['good, without a scheme', () => [`Authorization: ${token}`]],
  ['empty', () => ['Authorization:']],
];

describe('a token that is not accepted', () => {
  it('gets 401, a challenge and one sentence, and no other word', () => {
    const [head, body] = answer.split('\r\n\r\n') as [string, string];
    expect(head.split('\r\n').sort()).toEqual([
      'Connection: close',
      'HTTP/1.1 401 Unauthorized',
      'Transfer-Encoding: chunked',
      'cache-control: no-store',
      'content-type: application/json; charset=utf-8',
      'www-authenticate: Bearer',
    ]);
    expect(JSON.parse(body.split('\r\n')[1] as string)).toEqual({
      errors: [{ message: 'A valid token is needed here.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('is told from a good one, which every address lets pass', async () => {
    for (const request of ADDRESSES) {
      const { status } = await exchange(system.url, withHeaders(request, [`Authorization: Bearer ${token}`]));
      expect({ request, isRefused: status === 401 }).toEqual({ request, isRefused: false });
    }
  });

  it.each(FORGERIES)('gets the same bytes from every address when it is %s', async (_what, headers) => {
    for (const request of ADDRESSES) {
      const { text } = await exchange(system.url, withHeaders(request, await headers()));
      expect({ request, text }).toEqual({ request, text: answer });
    }
  });
});

describe('a request that names nobody', () => {
  it.each(NEED_SOMEBODY)('gets the same bytes where somebody is needed: $method $path $body', async (request) => {
    expect((await exchange(system.url, request)).text).toBe(answer);
  });

  it.each(NEED_SOMEBODY)('is nobody whatever else its headers claim: $method $path $body', async (request) => {
    const claims = [
      'X-Role: ADMIN',
      'X-Actor: minister',
      'App-Actor: minister',
      'App-Role: ADMIN',
      'Cookie: role=ADMIN',
    ];
    const more = [
      'X-Forwarded-User: minister',
      `Proxy-Authorization: Bearer ${token}`,
      `X-Authorization: Bearer ${token}`,
    ];
    expect((await exchange(system.url, withHeaders(request, [...claims, ...more]))).text).toBe(answer);
  });

  it('writes nothing before it is refused', async () => {
    const entries = () => system.database.query('select count(*) from rural_security.audit_entry');
    const before = await entries();
    for (const request of NEED_SOMEBODY) await exchange(system.url, request);
    expect(await entries()).toEqual(before);
  });
});

describe('headers that claim an identity', () => {
  it('make no viewer an administrator', async () => {
    const viewer = { authorization: `Bearer ${system.tokens.get(Role.VIEWER)}` };
    const claims = { 'x-role': 'ADMIN', 'app-role': 'ADMIN', 'x-scope': 'VN', 'x-forwarded-user': 'minister' };
    const refusal = [expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })];
    const query = '{ tallyCheck { compared } }';
    expect((await system.ask(query, {}, viewer)).errors).toEqual(refusal);
    expect((await system.ask(query, {}, { ...viewer, ...claims })).errors).toEqual(refusal);
  });
});
