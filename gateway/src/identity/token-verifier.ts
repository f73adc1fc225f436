import { type Actor, isAnonymous, isRole, SYSTEM } from '@tieuchi/subgraph-kit';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { IdentityFault, type IdentityFaultCode } from './identity-fault';
import type { Issuer } from './issuer';

/** Clocks of two well-kept machines differ by less. */
export const CLOCK_TOLERANCE_SECONDS = 5;

export type TokenVerifier = (token: string) => Promise<Actor>;

/** PostgreSQL keeps what is printable, and an audit is read by people. */
const PRINTABLE = /^[^\p{C}]{1,200}$/u;

const FAULTS: Readonly<Record<string, IdentityFaultCode>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'ALGORITHM_REFUSED',
  ERR_JWKS_NO_MATCHING_KEY: 'KEY_UNKNOWN',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'KEY_UNKNOWN',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'SIGNATURE_WRONG',
  ERR_JWT_EXPIRED: 'TOKEN_EXPIRED',
};

/**
 * Verifies clients' tokens: `iss` chooses among the issuers, whose own keys, algorithms and audience must fit.
 * @returns a function that throws IdentityFault
 */
export function createTokenVerifier(issuers: readonly Issuer[]): TokenVerifier {
  const issuerByName = new Map(issuers.map((issuer) => [issuer.name, issuer]));
  return async (token) => {
    const issuer = issuerByName.get(readIssuer(token));
    if (!issuer) throw new IdentityFault('ISSUER_UNKNOWN');
    const payload = await verify(token, issuer);
    // jose looks at the day of issue only where tokens have a greatest age
    if ((payload.iat ?? 0) > Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS) {
      throw new IdentityFault('TOKEN_FROM_THE_FUTURE');
    }
    return checkActor(issuer.actorOf(payload));
  };
}

/** Not verified yet: it only says by whose keys to verify. */
function readIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch (cause) {
    throw new IdentityFault('TOKEN_MALFORMED', { cause });
  }
}

async function verify(token: string, { name, audience, algorithms, findKey }: Issuer): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, findKey, {
      issuer: name,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  } catch (error) {
    if (error instanceof IdentityFault) throw error;
    // a key that cannot be read as one is its issuer's fault, and no reason to answer otherwise
    const code = error instanceof errors.JOSEError ? faultOf(error) : 'KEYS_UNUSABLE';
    throw new IdentityFault(code, { cause: error });
  }
}

function faultOf(error: errors.JOSEError): IdentityFaultCode {
  if (!(error instanceof errors.JWTClaimValidationFailed)) return FAULTS[error.code] ?? 'TOKEN_MALFORMED';
  if (error.claim === 'nbf') return 'TOKEN_FROM_THE_FUTURE';
  return error.claim === 'aud' ? 'AUDIENCE_WRONG' : 'CLAIMS_REFUSED';
}

function checkActor(actor: Actor): Actor {
  const { subject, role, scope } = actor;
  // the system's own work comes from inside, and nobody is somebody's name
  const isTaken = subject === SYSTEM.subject || isAnonymous(actor);
  if (isTaken || !isRole(role) || !PRINTABLE.test(subject) || !PRINTABLE.test(scope)) {
    throw new IdentityFault('CLAIMS_REFUSED');
  }
  return actor;
}
