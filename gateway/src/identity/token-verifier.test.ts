import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Role } from '@tieuchi/subgraph-kit';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createDevelopmentIssuer } from './development-issuer';
import { identify } from './identify';
import { createTokenVerifier, type TokenVerifier } from './token-verifier';

const REFUSED = { message: 'The token is not valid here.', extensions: { code: 'UNAUTHENTICATED' } };
const CLAIMS = { role: 'APPRAISER', scope: 'P-19' };
const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;

type Key = Parameters<SignJWT['sign']>[0];
let key: Key;
let strangersKey: Key;
let rsaKey: Key;
let publicKey: JWK;
let verify: TokenVerifier;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const rsa = await generateKeyPair('RS256', { extractable: true });
  key = pair.privateKey;
  rsaKey = rsa.privateKey;
  strangersKey = (await generateKeyPair('EdDSA')).privateKey;
  publicKey = await exportJWK(pair.publicKey);
  verify = createTokenVerifier({
    keys: [
      { ...publicKey, alg: 'EdDSA' },
      { ...(await exportJWK(rsa.publicKey)), alg: 'RS256' },
    ],
  });
});

interface Forgery {
  readonly claims?: Record<string, unknown>;
  readonly alg?: string;
  readonly key?: () => Key;
  readonly audience?: string;
  readonly expiresAt?: number | null;
  readonly subject?: string | null;
}

function sign(forgery: Forgery = {}): Promise<string> {
  const { subject = 'officer', expiresAt = inAnHour(), audience = 'tieuchi' } = forgery;
  const token = new SignJWT({ ...CLAIMS, ...forgery.claims }).setProtectedHeader({ alg: forgery.alg ?? 'EdDSA' });
  if (subject !== null) token.setSubject(subject);
  if (expiresAt !== null) token.setExpirationTime(expiresAt);
  return token.setAudience(audience).sign((forgery.key ?? (() => key))());
}

function unsigned(alg: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg })}.${encode({ ...CLAIMS, sub: 'officer', aud: 'tieuchi', exp: inAnHour() })}.`;
}

const secretOf = (text: string) => new TextEncoder().encode(text);
const asIdentified = (authorization: string | undefined) =>
  identify({ headers: { authorization } } as Parameters<typeof identify>[0], verify, Role.PUBLIC);

describe('a client’s token', () => {
  it('says who asks, in which role and for which units', async () => {
    expect(await asIdentified(`Bearer ${await sign()}`)).toEqual({
      subject: 'officer',
      role: 'APPRAISER',
      scope: 'P-19',
    });
    expect(await asIdentified(`bearer ${await sign()}`)).toMatchObject({ subject: 'officer' });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['of alg none', () => unsigned('none')],
    ['without a signature', () => unsigned('EdDSA')],
    [
      'signed with the public key as if it were a secret',
      () => sign({ alg: 'HS256', key: () => new Uint8Array(Buffer.from(publicKey.x as string, 'base64url')) }),
    ],
    ['signed with the public key’s text', () => sign({ alg: 'HS256', key: () => secretOf(publicKey.x as string) })],
    ['signed with the public key’s JSON', () => sign({ alg: 'HS256', key: () => secretOf(JSON.stringify(publicKey)) })],
    ['signed by RSA, though such a key is known', () => sign({ alg: 'RS256', key: () => rsaKey })],
    ['signed by a stranger', () => sign({ key: () => strangersKey })],
    ['for another audience', () => sign({ audience: 'tieuchi-subgraph' })],
    ['expired', () => sign({ expiresAt: Math.floor(Date.now() / 1000) - 1 })],
    ['without an end', () => sign({ expiresAt: null })],
    ['without a subject', () => sign({ subject: null })],
    ['of an unknown role', () => sign({ claims: { role: 'EMPEROR' } })],
    ['of a role that every object has', () => sign({ claims: { role: 'toString' } })],
    ['without a role', () => sign({ claims: { role: undefined } })],
    ['of two roles', () => sign({ claims: { role: ['VIEWER', 'ADMIN'] } })],
    ['without a scope', () => sign({ claims: { scope: undefined } })],
    ['not valid yet', () => sign({ claims: { nbf: inAnHour() } })],
    ['10 kB of nothing', () => 'x'.repeat(10_240)],
    [
      '10 kB of claims, signed by a stranger',
      () => sign({ claims: { more: 'x'.repeat(10_240) }, key: () => strangersKey }),
    ],
    [
      'changed in one letter',
      async () => (await sign()).replace(/\.(.)/, (_all, letter) => `.${letter === 'e' ? 'f' : 'e'}`),
    ],
    ['three dots', () => '...'],
  ])('is refused in the same words when it is %s', async (_what, forge) => {
    const error = await asIdentified(`Bearer ${await forge()}`).catch((refused: unknown) => refused);
    expect(error).toMatchObject(REFUSED);
    expect(Object.keys((error as { extensions: object }).extensions)).toEqual(['code']);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])('is not what %j brings', async (authorization) => {
    await expect(asIdentified(authorization)).rejects.toMatchObject(REFUSED);
  });

  it('is not needed for what anybody may do', async () => {
    expect(await asIdentified(undefined)).toEqual({ subject: 'anonymous', role: 'PUBLIC', scope: 'VN' });
  });
});

describe('the development issuer', () => {
  it('keeps its key in a file of its owner alone, publishes no secret, and issues what the gateway accepts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-issuer-'));
    try {
      const file = join(folder, 'key.json');
      const issuer = await createDevelopmentIssuer(file);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(JSON.stringify(issuer.keys)).not.toContain('"d"');
      const again = await createDevelopmentIssuer(file);
      expect(again.keys).toEqual(issuer.keys);
      for (const [role, token] of await issuer.issueTokens()) {
        expect(await createTokenVerifier(again.keys)(token)).toMatchObject({ role, scope: 'VN' });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
