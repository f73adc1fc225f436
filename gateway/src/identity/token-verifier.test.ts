import { Writable } from 'node:stream';
import { type Actor, Role, type TracedRequest } from '@tieuchi/subgraph-kit';
import { generateKeyPair } from 'jose';
import { pino } from 'pino';
import { createIdentify } from './identify';
import { createTestIssuer, type Forgery, inSeconds, type Key, type TestIssuer } from './test-issuer.fixture';
import { createTokenVerifier, type TokenVerifier } from './token-verifier';

const REFUSED = { message: 'A valid token is needed here.', extensions: { code: 'UNAUTHENTICATED' } };

let ours: TestIssuer;
let another: TestIssuer;
let strangersKey: Key;
let verifyToken: TokenVerifier;

beforeAll(async () => {
  ours = await createTestIssuer();
  another = await createTestIssuer('RS256', 'https://other.example.vn');
  strangersKey = (await generateKeyPair('EdDSA')).privateKey;
  verifyToken = createTokenVerifier([ours.issuer, another.issuer]);
});

const log: { fault: string }[] = [];
const logger = pino(
  { level: 'warn' },
  new Writable({
    write(line, _encoding, done) {
      log.push(JSON.parse(line));
      done();
    },
  }),
);
beforeEach(() => log.splice(0));

const encode = (part: object | string) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const claims = () => ({
  iss: ours.issuer.name,
  aud: 'tieuchi',
  sub: 'officer',
  role: 'ADMIN',
  scope: 'VN',
  exp: inSeconds(60),
});
const unsigned = (head: object | string) => `${encode(head)}.${encode(claims())}.`;
const secretOf = (text: string) => new TextEncoder().encode(text);
const sign = (forgery?: Forgery) => ours.sign(forgery);
const signedAs = (key: Key) => sign({ header: { alg: 'HS256' }, key });

function identify(...authorizations: string[]): Promise<Actor> {
  const request = {
    headers: authorizations[0] === undefined ? {} : { authorization: authorizations[0] },
    rawHeaders: authorizations.flatMap((each) => ['Authorization', each]),
  } as unknown as TracedRequest;
  return createIdentify({ verifyToken, anonymousRole: Role.PUBLIC, logger })(request);
}

describe('a client’s token', () => {
  it('says who asks, in which role and for which units', async () => {
    const actor = { subject: 'officer', role: 'APPRAISER', scope: 'P-19' };
    expect(await identify(`Bearer ${await sign()}`)).toEqual(actor);
    expect(await identify(`bearer ${await another.sign()}`)).toEqual(actor);
  });

  it('may have expired five seconds ago by our clock, and no longer', async () => {
    await expect(identify(`Bearer ${await sign({ expiresIn: -2 })}`)).resolves.toMatchObject({ subject: 'officer' });
    await expect(identify(`Bearer ${await sign({ expiresIn: -7 })}`)).rejects.toMatchObject(REFUSED);
  });

  const cases: [what: string, fault: string, forge: () => Promise<string> | string][] = [
    ['of alg none', 'ALGORITHM_REFUSED', () => unsigned({ alg: 'none' })],
    ['of alg none by a second member', 'ALGORITHM_REFUSED', () => unsigned('{"alg":"EdDSA","alg":"none"}')],
    ['unsigned, with alg said twice', 'SIGNATURE_WRONG', () => unsigned('{"alg":"none","alg":"EdDSA"}')],
    ['without a signature', 'SIGNATURE_WRONG', () => unsigned({ alg: 'EdDSA' })],
    [
      'signed with the public key as if it were a secret',
      'ALGORITHM_REFUSED',
      () => signedAs(new Uint8Array(Buffer.from(ours.publicKey.x as string, 'base64url'))),
    ],
    ['signed with the public key’s text', 'ALGORITHM_REFUSED', () => signedAs(secretOf(ours.publicKey.x as string))],
    [
      'signed with the public key’s JSON',
      'ALGORITHM_REFUSED',
      () => signedAs(secretOf(JSON.stringify(ours.publicKey))),
    ],
    [
      'signed by RSA with the key of another issuer',
      'ALGORITHM_REFUSED',
      () => sign({ header: { alg: 'RS256' }, key: another.privateKey }),
    ],
    ['signed by a stranger', 'SIGNATURE_WRONG', () => sign({ key: strangersKey })],
    [
      'of another issuer’s key under our issuer’s name',
      'ALGORITHM_REFUSED',
      () => another.sign({ issuer: ours.issuer.name }),
    ],
    ['of an unknown issuer', 'ISSUER_UNKNOWN', () => sign({ issuer: 'https://evil.example' })],
    ['of no issuer', 'ISSUER_UNKNOWN', () => sign({ claims: {}, issuer: '' })],
    ['of an unknown kid', 'KEY_UNKNOWN', () => sign({ header: { kid: 'another' } })],
    [
      'with a critical header that nobody knows',
      'TOKEN_MALFORMED',
      () => unsigned({ alg: 'EdDSA', crit: ['x'], x: 1 }),
    ],
    ['for another audience', 'AUDIENCE_WRONG', () => sign({ audience: 'tieuchi-subgraph' })],
    ['expired', 'TOKEN_EXPIRED', () => sign({ expiresIn: -60 })],
    ['without an end', 'CLAIMS_REFUSED', () => sign({ expiresIn: null })],
    ['without a subject', 'CLAIMS_REFUSED', () => sign({ subject: null })],
    ['of the system itself', 'CLAIMS_REFUSED', () => sign({ subject: 'system' })],
    ['of nobody by name', 'CLAIMS_REFUSED', () => sign({ subject: 'anonymous' })],
    ['of a subject that cannot be kept', 'CLAIMS_REFUSED', () => sign({ subject: 'a\0b' })],
    ['of an unknown role', 'CLAIMS_REFUSED', () => sign({ claims: { role: 'EMPEROR' } })],
    ['of a role that every object has', 'CLAIMS_REFUSED', () => sign({ claims: { role: 'toString' } })],
    ['without a role', 'CLAIMS_REFUSED', () => sign({ claims: { role: undefined } })],
    ['of two roles', 'CLAIMS_REFUSED', () => sign({ claims: { role: ['VIEWER', 'ADMIN'] } })],
    ['without a scope', 'CLAIMS_REFUSED', () => sign({ claims: { scope: undefined } })],
    ['not valid yet', 'TOKEN_FROM_THE_FUTURE', () => sign({ claims: { nbf: inSeconds(3_600) } })],
    ['issued in the future', 'TOKEN_FROM_THE_FUTURE', () => sign({ claims: { iat: inSeconds(60) } })],
    ['10 kB of nothing', 'TOKEN_TOO_LONG', () => 'x'.repeat(10_240)],
    ['10 kB of claims, rightly signed', 'TOKEN_TOO_LONG', () => sign({ claims: { more: 'x'.repeat(10_240) } })],
    [
      'changed in one letter of its claims',
      'SIGNATURE_WRONG',
      async () => {
        const [head, body, signature] = (await sign()).split('.');
        const changed = Buffer.from(body as string, 'base64url')
          .toString()
          .replace('P-19', 'P-18');
        return `${head}.${encode(changed)}.${signature}`;
      },
    ],
    ['three dots', 'TOKEN_MALFORMED', () => '...'],
  ];
  it.each(cases)('is refused in the same words when it is %s; the log alone says %s', async (_what, fault, forge) => {
    const token = await forge();
    const error = await identify(`Bearer ${token}`).catch((refused: unknown) => refused);
    expect(error).toMatchObject(REFUSED);
    expect(Object.keys((error as { extensions: object }).extensions)).toEqual(['code']);
    expect(log).toEqual([expect.objectContaining({ fault })]);
    expect(JSON.stringify(log)).not.toContain(token.slice(0, 20));
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])('is not what %j brings', async (authorization) => {
    await expect(identify(authorization)).rejects.toMatchObject(REFUSED);
    expect(log).toMatchObject([{ fault: 'HEADER_MALFORMED' }]);
  });

  it('is refused when there are two, though each is good', async () => {
    const good = `Bearer ${await sign()}`;
    await expect(identify(good, good)).rejects.toMatchObject(REFUSED);
    expect(log).toMatchObject([{ fault: 'HEADER_REPEATED' }]);
  });

  it('is not needed for what anybody may do', async () => {
    expect(await identify()).toEqual({ subject: 'anonymous', role: 'PUBLIC', scope: 'VN' });
    expect(log).toEqual([]);
  });
});
