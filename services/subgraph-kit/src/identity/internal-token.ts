import { type JWTVerifyResult, jwtVerify, SignJWT } from 'jose';
import type { AsOf } from '../as-of';
import type { JoinedTransaction } from '../database/joined-transaction';
import { isDay } from '../day';
import type { Deadline } from '../deadline';
import { SpeakingError } from '../errors/speaking-error';
import type { RequestTrace } from '../http/request-trace';
import { type IdempotentRequest, readIdempotentRequest } from '../idempotency/idempotent-request';
import { type Actor, Role } from './actor';

const AUDIENCE = 'tieuchi-subgraph';
const LIFETIME_SECONDS = 60;

/** What the gateway tells a subgraph about a request. `asOf` is null for calls that are about no day, like the register. */
export interface InternalIdentity {
  readonly actor: Actor;
  readonly asOf: AsOf | null;
  /** Ids of the indicators that the operation names, where it names them all. */
  readonly indicators?: readonly string[] | undefined;
  /** How long the gateway waits; no part of the token, because its clock is not ours. Absent where nobody waits. */
  readonly deadline?: Deadline | undefined;
  /** The client's request that it is asked for; beside the token, in headers of its own. Absent where nobody asked. */
  readonly trace?: RequestTrace | undefined;
  /** Which write of the client's this is, where it must happen once. */
  readonly idempotency?: IdempotentRequest | undefined;
  /** The transaction that the whole answer belongs to; only within a service. */
  readonly transaction?: JoinedTransaction | undefined;
}

/** The shared key, or while it is rotated two with a comma between: the first signs, both verify. */
function keysOf(key: string): Uint8Array[] {
  return key.split(',').map((each) => new TextEncoder().encode(each));
}

/** Signs with the key that the gateway and its services share; short-lived, so a leaked one is soon worthless. */
export function signInternalToken(
  { actor, asOf, indicators, idempotency }: InternalIdentity,
  key: string,
): Promise<string> {
  return new SignJWT({
    role: actor.role,
    scope: actor.scope,
    ...(asOf && { asOf }),
    ...(indicators && { indicators }),
    ...(idempotency && { idempotency }),
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(actor.subject)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(keysOf(key)[0] as Uint8Array);
}

/** @throws SpeakingError UNAUTHENTICATED, always in the same words, whatever is wrong with the token */
export async function verifyInternalToken(token: string | undefined, key: string): Promise<InternalIdentity> {
  return (await verifySignature(token, key)).identity;
}

/** The same, and until when the token holds, in ms of `Date.now()`. */
export async function verifySignature(
  token: string | undefined,
  key: string,
): Promise<{ readonly identity: InternalIdentity; readonly expiresAtMs: number }> {
  try {
    const [first, ...others] = keysOf(key) as [Uint8Array, ...Uint8Array[]];
    const verified = others.reduce(
      (tried, other) => tried.catch(() => verifyWith(token, other)),
      verifyWith(token, first),
    );
    const { payload } = await verified;
    const idempotency = readIdempotentRequest(payload.idempotency);
    const indicators = readIndicators(payload.indicators);
    const identity = {
      actor: readActor(payload),
      asOf: readAsOf(payload.asOf),
      ...(indicators && { indicators }),
      ...(idempotency && { idempotency }),
    };
    return { identity, expiresAtMs: (payload.exp as number) * 1_000 };
  } catch {
    throw new SpeakingError('UNAUTHENTICATED', 'This address answers the gateway only.');
  }
}

function verifyWith(token: string | undefined, key: Uint8Array): Promise<JWTVerifyResult> {
  const options = { algorithms: ['HS256'], audience: AUDIENCE, requiredClaims: ['sub', 'exp'] };
  return jwtVerify(token ?? '', key, options);
}

function readActor(payload: Record<string, unknown>): Actor {
  const { sub, role, scope } = payload;
  if (typeof sub !== 'string' || typeof scope !== 'string' || !isRole(role)) throw new Error('claims');
  return { subject: sub, role, scope };
}

export function isRole(role: unknown): role is Role {
  return typeof role === 'string' && Object.hasOwn(Role, role);
}

function readAsOf(claim: unknown): AsOf | null {
  if (claim === undefined) return null;
  const { map, knownOn, today } = claim as Record<string, unknown>;
  if (!isDay(map) || !isDay(today) || (knownOn !== null && !isDay(knownOn))) throw new Error('asOf');
  return { map, knownOn, today };
}

function readIndicators(claim: unknown): string[] | undefined {
  if (claim === undefined) return undefined;
  if (!Array.isArray(claim) || claim.some((id) => typeof id !== 'string')) throw new Error('indicators');
  return claim;
}
