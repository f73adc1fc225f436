import { Role } from '@tieuchi/subgraph-kit';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { readActor } from './claims';
import type { Algorithm, Issuer } from './issuer';

export type Key = Parameters<SignJWT['sign']>[0];

/** An issuer with one key, whose tokens say role and unit at the top. */
export interface TestIssuer {
  readonly issuer: Issuer;
  readonly publicKey: JWK;
  readonly privateKey: Key;
  /** A token that is right in all things but those that are said otherwise. */
  sign(forgery?: Forgery): Promise<string>;
}

export interface Forgery {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: Key;
  readonly issuer?: string;
  readonly audience?: string;
  /** In seconds from now. */
  readonly expiresIn?: number | null;
  readonly subject?: string | null;
}

const ROLES = { VIEWER: Role.VIEWER, APPRAISER: Role.APPRAISER, ADMIN: Role.ADMIN };

export const inSeconds = (count: number) => Math.floor(Date.now() / 1000) + count;

export async function createTestIssuer(alg: Algorithm = 'EdDSA', name = 'https://sso.example.vn'): Promise<TestIssuer> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const publicKey = { ...(await exportJWK(pair.publicKey)), alg, kid: `key of ${name}` };
  return {
    publicKey,
    privateKey: pair.privateKey,
    issuer: {
      name,
      audience: 'tieuchi',
      algorithms: [alg],
      findKey: createLocalJWKSet({ keys: [publicKey] }),
      actorOf: (payload) => readActor(payload, { role: ['role'], scope: ['scope'] }, ROLES),
    },
    sign(forgery = {}) {
      const { subject = 'officer', expiresIn = 3_600 } = forgery;
      const token = new SignJWT({ role: 'APPRAISER', scope: 'P-19', ...forgery.claims })
        .setProtectedHeader({ alg, ...forgery.header })
        .setIssuer(forgery.issuer ?? name)
        .setAudience(forgery.audience ?? 'tieuchi');
      if (subject !== null) token.setSubject(subject);
      if (expiresIn !== null) token.setExpirationTime(inSeconds(expiresIn));
      return token.sign(forgery.key ?? pair.privateKey);
    },
  };
}
