import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { CLOCK_TOLERANCE_SECONDS } from '../token-verifier';

const instant = z.iso.datetime('must be an instant such as 2026-03-01T00:00:00.000Z');

/** An Ed25519 key of the installation. The newest signs; the others verify what they have signed, and sign no more. */
export const signingKeySchema = z.strictObject({
  kid: z.string().min(1),
  /** The public part. */
  x: z.string().min(1),
  /** The private part; null once it is retired. */
  d: z.string().min(1).nullable(),
  madeAt: instant,
  retiredAt: instant.nullable(),
  /** When the last of its tokens expires; null before the first. */
  lastTokenExpiresAt: instant.nullable(),
});
export type SigningKey = z.output<typeof signingKeySchema>;

export async function makeSigningKey(now: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  const kid = `${now.toISOString().slice(0, 10)}-${x.slice(0, 8)}`;
  return { kid, x, d, madeAt: now.toISOString(), retiredAt: null, lastTokenExpiresAt: null };
}

/**
 * The keys after a rotation, the newest first.
 * @param atOnce tokens of the earlier keys end now, for a key that somebody else may have
 */
export function rotateKeys(keys: readonly SigningKey[], fresh: SigningKey, now: Date, atOnce: boolean): SigningKey[] {
  if (atOnce) return [fresh];
  const retired = keys.map((key) => ({ ...key, d: null, retiredAt: key.retiredAt ?? now.toISOString() }));
  return [fresh, ...retired.filter((key) => isVerifying(key, now))];
}

/** Whether tokens that it has signed are still accepted. */
export function isVerifying({ retiredAt, lastTokenExpiresAt }: SigningKey, now: Date): boolean {
  if (retiredAt === null) return true;
  const end = lastTokenExpiresAt === null ? 0 : Date.parse(lastTokenExpiresAt) + CLOCK_TOLERANCE_SECONDS * 1000;
  return now.getTime() < end;
}

export function publicJwk({ kid, x }: SigningKey): JWK {
  return { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x };
}
