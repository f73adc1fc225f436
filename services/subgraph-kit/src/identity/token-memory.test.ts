import { Role } from './actor';
import { type InternalIdentity, signInternalToken } from './internal-token';
import { createTokenSigner, createTokenVerifier } from './token-memory';

const KEY = 'a key that the gateway and its services share';
const IDENTITY: InternalIdentity = {
  actor: { subject: 'sở-công-an', role: Role.APPRAISER, scope: 'VN' },
  asOf: { map: '2025-06-30', knownOn: null, today: '2026-03-01' },
};
const REFUSED = { extensions: { code: 'UNAUTHENTICATED' } };

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-01T00:00:00Z') }));
afterEach(() => jest.useRealTimers());

describe('a token that is sent again', () => {
  it('is the one of a moment ago, for the same alone', async () => {
    const sign = createTokenSigner(KEY);
    const first = await sign(IDENTITY);
    jest.setSystemTime(Date.now() + 2_000);
    expect(await sign({ ...IDENTITY })).toBe(first);
    const others: InternalIdentity[] = [
      { ...IDENTITY, actor: { ...IDENTITY.actor, subject: 'another' } },
      { ...IDENTITY, actor: { ...IDENTITY.actor, role: Role.VIEWER } },
      { ...IDENTITY, actor: { ...IDENTITY.actor, scope: 'P-19' } },
      { ...IDENTITY, asOf: null },
      { ...IDENTITY, asOf: { map: '2025-06-30', knownOn: '2025-12-31', today: '2026-03-01' } },
      { ...IDENTITY, indicators: ['ntm-2021-2025/19.2'] },
    ];
    for (const other of others) {
      expect(await createTokenVerifier(KEY)(await sign(other))).toEqual(other);
    }
  });

  it('is made anew long before it ends', async () => {
    const sign = createTokenSigner(KEY);
    const first = await sign(IDENTITY);
    jest.advanceTimersByTime(21_000);
    expect(await sign(IDENTITY)).not.toBe(first);
  });

  it('names each write anew', async () => {
    const sign = createTokenSigner(KEY);
    const write = (step: number) =>
      sign({ ...IDENTITY, idempotency: { key: 'a-key-of-a-client', requestHash: 'a'.repeat(64), step } });
    const identities = await Promise.all([0, 1].map(async (step) => createTokenVerifier(KEY)(await write(step))));
    expect(identities.map(({ idempotency }) => idempotency?.step)).toEqual([0, 1]);
  });
});

describe('a token that was verified before', () => {
  it('is accepted until it ends, and not a moment longer', async () => {
    const verify = createTokenVerifier(KEY);
    const token = await signInternalToken(IDENTITY, KEY);
    expect(await verify(token)).toEqual(IDENTITY);
    jest.setSystemTime(Date.now() + 59_999);
    expect(await verify(token)).toEqual(IDENTITY);
    jest.setSystemTime(Date.now() + 1);
    await expect(verify(token)).rejects.toMatchObject(REFUSED);
  });

  it('does not help one that differs from it in a letter, and what was refused stays refused', async () => {
    const verify = createTokenVerifier(KEY);
    const token = await signInternalToken(IDENTITY, KEY);
    await verify(token);
    const [head, , signature] = token.split('.') as [string, string, string];
    const payload = Buffer.from(JSON.stringify({ sub: 'a', role: 'ADMIN', scope: 'VN' })).toString('base64url');
    for (const forged of [`${head}.${payload}.${signature}`, token.slice(0, -2), '', undefined]) {
      await expect(verify(forged)).rejects.toMatchObject(REFUSED);
      await expect(verify(forged)).rejects.toMatchObject(REFUSED);
    }
  });
});
