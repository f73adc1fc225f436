import {
  type Actor,
  ANONYMOUS,
  type Logger,
  type Role,
  type TracedRequest,
  traced,
  unauthenticated,
} from '@tieuchi/subgraph-kit';
import { readBearerToken } from './bearer-token';
import { IdentityFault } from './identity-fault';
import type { TokenVerifier } from './token-verifier';

export interface IdentityOptions {
  readonly verifyToken: TokenVerifier;
  /** What a request without a token may do. */
  readonly anonymousRole: Role;
  readonly logger: Logger;
}

export type Identify = (request: TracedRequest) => Promise<Actor>;

/**
 * Who asks, from the bearer token alone: any other header that claims an identity is not read.
 * @returns a function that throws SpeakingError UNAUTHENTICATED, in the same words whatever is wrong; the log says what
 */
export function createIdentify({ verifyToken, anonymousRole, logger }: IdentityOptions): Identify {
  return async (request) => {
    try {
      const token = readBearerToken(request);
      return token === undefined ? { subject: ANONYMOUS, role: anonymousRole, scope: 'VN' } : await verifyToken(token);
    } catch (error) {
      if (!(error instanceof IdentityFault)) throw error;
      traced(logger, request.trace).warn({ fault: error.code, ...causeOf(error) }, 'identity refused');
      throw unauthenticated();
    }
  };
}

/** What is wrong with the issuer. Causes about the token itself stay out: they may repeat it. */
function causeOf({ code, cause }: IdentityFault): { readonly err?: unknown } {
  return code === 'KEYS_UNUSABLE' || code === 'ISSUER_UNREADABLE' ? { err: cause } : {};
}
