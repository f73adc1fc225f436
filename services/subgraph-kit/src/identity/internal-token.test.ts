import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { Role } from './actor';
import { type InternalIdentity, signInternalToken, verifyInternalToken } from './internal-token';

const KEY = 'a key that the gateway and its services share';
const REFUSED = { message: 'This address answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } };
const IDENTITY: InternalIdentity = {
  actor: { subject: 'sở-công-an', role: Role.APPRAISER, scope: 'P-19-2025-07-01' },
  asOf: { map: '2025-06-30', knownOn: '2025-12-31', today: '2026-03-01' },
};
const SECONDS = Math.floor(Date.now() / 1000);
const SOUND = { sub: 'a', aud: 'tieuchi-subgraph', exp: SECONDS + 60, role: 'VIEWER', scope: 'VN' };

/** A token made by hand, so that it can be wrong in one thing alone. */
function forge(payload: object, { alg = 'HS256', key = KEY } = {}): string {
  const [head, body] = [{ alg }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${head}.${body}.${createHmac(alg === 'HS512' ? 'sha512' : 'sha256', key)
    .update(`${head}.${body}`)
    .digest('base64url')}`;
}

describe('an internal token', () => {
  it('brings the actor and the days of the request', async () => {
    expect(await verifyInternalToken(await signInternalToken(IDENTITY, KEY), KEY)).toEqual(IDENTITY);
  });

  it('brings "now" as null, and no days where the call is about none', async () => {
    const now = { ...IDENTITY, asOf: { map: '2025-06-30', knownOn: null, today: '2026-03-01' } };
    expect(await verifyInternalToken(await signInternalToken(now, KEY), KEY)).toEqual(now);
    const none = { ...IDENTITY, asOf: null };
    expect(await verifyInternalToken(await signInternalToken(none, KEY), KEY)).toEqual(none);
  });

  it('of either key is accepted while they are rotated; the first alone signs', async () => {
    const rotating = `another key that is coming,${KEY}`;
    expect(await verifyInternalToken(await signInternalToken(IDENTITY, KEY), rotating)).toEqual(IDENTITY);
    const renewed = await signInternalToken(IDENTITY, rotating);
    expect(await verifyInternalToken(renewed, 'another key that is coming')).toEqual(IDENTITY);
    await expect(verifyInternalToken(renewed, KEY)).rejects.toMatchObject(REFUSED);
    const whole = forge(SOUND, { key: rotating });
    await expect(verifyInternalToken(whole, rotating)).rejects.toMatchObject(REFUSED);
    const expired = forge({ ...SOUND, exp: SECONDS - 1 });
    await expect(verifyInternalToken(expired, rotating)).rejects.toMatchObject(REFUSED);
  });

  it('is accepted when made by hand, so that the forgeries below fail for their one fault', async () => {
    expect(await verifyInternalToken(forge(SOUND), KEY)).toEqual({
      actor: { subject: 'a', role: 'VIEWER', scope: 'VN' },
      asOf: null,
    });
  });

  it('holds for a minute and no longer', async () => {
    const token = await signInternalToken(IDENTITY, KEY);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: Date.now() + 58_000 });
    try {
      await expect(verifyInternalToken(token, KEY)).resolves.toEqual(IDENTITY);
      jest.setSystemTime(Date.now() + 4_000);
      await expect(verifyInternalToken(token, KEY)).rejects.toMatchObject(REFUSED);
    } finally {
      jest.useRealTimers();
    }
  });

  const { exp: _exp, ...withoutEnd } = SOUND;
  const { sub: _sub, ...withoutSubject } = SOUND;
  const unsigned = `${forge(SOUND, { alg: 'none' }).split('.', 2).join('.')}.`;
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['no token at all', 'Bearer'],
    ['signed with another key', forge(SOUND, { key: 'another key' })],
    ['of alg none, unsigned', unsigned],
    ['of alg none, signed', forge(SOUND, { alg: 'none' })],
    ['of another algorithm', forge(SOUND, { alg: 'HS512' })],
    ['expired', forge({ ...SOUND, exp: SECONDS - 1 })],
    ['without an end', forge(withoutEnd)],
    ['not valid yet', forge({ ...SOUND, nbf: SECONDS + 600 })],
    ['for another audience', forge({ ...SOUND, aud: 'tieuchi' })],
    ['without a subject', forge(withoutSubject)],
    ['without a role', forge({ ...SOUND, role: undefined })],
    ['of an unknown role', forge({ ...SOUND, role: 'EMPEROR' })],
    ['of a role that every object has', forge({ ...SOUND, role: 'constructor' })],
    ['without a scope', forge({ ...SOUND, scope: undefined })],
    ['of a scope that is no text', forge({ ...SOUND, scope: ['VN'] })],
    ['about no day', forge({ ...SOUND, asOf: { map: '2025-02-31', knownOn: null, today: '2026-03-01' } })],
    ['about half of the days', forge({ ...SOUND, asOf: { map: '2025-06-30', today: '2026-03-01' } })],
    ['with days that are null', forge({ ...SOUND, asOf: null })],
  ])('is refused in the same words when it is %s', async (_what, token) => {
    const error = await verifyInternalToken(token, KEY).catch((refused: unknown) => refused);
    expect(error).toMatchObject(REFUSED);
    expect((error as Error).cause).toBeUndefined();
  });

  it('is not what a client sends to the gateway', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const client = await new SignJWT({ role: 'ADMIN', scope: 'VN' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('a')
      .setAudience('tieuchi')
      .setExpirationTime('1h')
      .sign(privateKey);
    await expect(verifyInternalToken(client, KEY)).rejects.toMatchObject(REFUSED);
  });
});
