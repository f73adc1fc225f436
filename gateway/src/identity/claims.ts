import type { Actor, Role } from '@tieuchi/subgraph-kit';
import type { JWTPayload } from 'jose';
import { IdentityFault } from './identity-fault';

/** Where an issuer says what: names from the outside in, `['realm_access', 'roles']`. */
export interface ClaimPlaces {
  readonly role: readonly string[];
  readonly scope: readonly string[];
}

/**
 * Whom a token of a ministry's issuer names.
 * @param roles the issuer's names of roles to ours; its other roles mean nothing here
 * @throws IdentityFault CLAIMS_REFUSED: no role of ours, several, or no unit
 */
export function readActor(payload: JWTPayload, places: ClaimPlaces, roles: Readonly<Record<string, Role>>): Actor {
  const scope = reach(payload, places.scope);
  const named = [reach(payload, places.role)].flat();
  const known = named.filter((name) => typeof name === 'string' && Object.hasOwn(roles, name)) as string[];
  const [role, ...others] = new Set(known.map((name) => roles[name]));
  // whoever has two says nowhere which of them acts now
  if (!role || others.length > 0 || typeof scope !== 'string' || !payload.sub)
    throw new IdentityFault('CLAIMS_REFUSED');
  return { subject: payload.sub, role, scope };
}

function reach(payload: JWTPayload, place: readonly string[]): unknown {
  return place.reduce<unknown>((within, name) => {
    const isObject = typeof within === 'object' && within !== null && Object.hasOwn(within, name);
    return isObject ? (within as Record<string, unknown>)[name] : undefined;
  }, payload);
}
