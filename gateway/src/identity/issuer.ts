import type { Actor } from '@tieuchi/subgraph-kit';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

/** Asymmetric algorithms alone: with a shared secret, whoever verifies could sign as well. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Whose tokens the gateway accepts. */
export interface Issuer {
  /** As the tokens' `iss` has it. */
  readonly name: string;
  readonly audience: string;
  readonly algorithms: readonly Algorithm[];
  readonly findKey: JWTVerifyGetKey;
  /**
   * Whom a verified token names, by this issuer's claims.
   * @throws IdentityFault CLAIMS_REFUSED, GRANT_ENDED
   */
  actorOf(payload: JWTPayload): Actor;
}
