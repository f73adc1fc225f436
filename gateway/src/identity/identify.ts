import type { IncomingMessage } from 'node:http';
import { type Actor, type Role, SpeakingError } from '@tieuchi/subgraph-kit';
import type { TokenVerifier } from './token-verifier';

/**
 * Who asks, from the bearer token alone: any other header that claims an identity is not read.
 * @param anonymousRole what a request without a token may do
 * @throws SpeakingError UNAUTHENTICATED
 */
export async function identify(request: IncomingMessage, verify: TokenVerifier, anonymousRole: Role): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { subject: 'anonymous', role: anonymousRole, scope: 'VN' };
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw new SpeakingError('UNAUTHENTICATED', 'The token is not valid here.');
  }
  return verify(token);
}
