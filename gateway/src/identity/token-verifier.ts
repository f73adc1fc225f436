import { type Actor, isRole, SpeakingError, SYSTEM } from '@tieuchi/subgraph-kit';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';

export const TOKEN_AUDIENCE = 'tieuchi';

export type TokenVerifier = (token: string) => Promise<Actor>;

/**
 * Verifies clients' tokens against public keys.
 * @param keys EdDSA public keys only, so that a token signed with a public key as if it were a shared secret fails
 * @throws SpeakingError UNAUTHENTICATED, in the same words whatever is wrong
 */
export function createTokenVerifier(keys: JSONWebKeySet): TokenVerifier {
  const keySet = createLocalJWKSet(keys);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['EdDSA'],
        audience: TOKEN_AUDIENCE,
        requiredClaims: ['sub', 'exp'],
      });
      const { sub, role, scope } = payload;
      if (typeof sub !== 'string' || typeof scope !== 'string' || !isRole(role)) throw new Error('claims');
      // the system's own work comes from inside
      if (sub === SYSTEM.subject) throw new Error('subject');
      return { subject: sub, role, scope };
    } catch {
      throw new SpeakingError('UNAUTHENTICATED', 'The token is not valid here.');
    }
  };
}
