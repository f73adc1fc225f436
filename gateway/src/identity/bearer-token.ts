import type { IncomingMessage } from 'node:http';
import { isRepeated } from '@tieuchi/subgraph-kit';
import { IdentityFault } from './identity-fault';

/** Longer than any that an issuer makes; beyond it nothing is decoded. */
const TOKEN_LIMIT_BYTES = 8_192;

/**
 * The one bearer token that a request brings; undefined where it names nobody.
 * @throws IdentityFault HEADER_REPEATED, HEADER_MALFORMED, TOKEN_TOO_LONG
 */
export function readBearerToken({ headers, rawHeaders }: IncomingMessage): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  if (isRepeated(rawHeaders, 'authorization')) throw new IdentityFault('HEADER_REPEATED');
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw new IdentityFault('HEADER_MALFORMED');
  if (token.length > TOKEN_LIMIT_BYTES) throw new IdentityFault('TOKEN_TOO_LONG');
  return token;
}
