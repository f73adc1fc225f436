import type { AsOf } from './as-of';
import { SpeakingError } from './errors/speaking-error';
import type { Actor } from './identity/actor';
import type { InternalIdentity } from './identity/internal-token';

/** What every resolver knows of its request. A service adds its loaders, made anew for each request. */
export interface RequestContext {
  readonly actor: Actor;
  readonly asOf: AsOf;
  /** Whose counts the whole operation is about; others may be left out of what nobody but the gateway reads. Null: all. */
  readonly askedIndicators: readonly string[] | null;
}

/**
 * The context of one request to a subgraph.
 * @throws SpeakingError AS_OF_MISSING: a subgraph has no default day, so that a gateway that loses `@asOf` cannot answer
 * for the wrong one
 */
export function createRequestContext({ actor, asOf, indicators }: InternalIdentity): RequestContext {
  if (asOf) return { actor, asOf, askedIndicators: indicators ?? null };
  throw new SpeakingError('AS_OF_MISSING', 'The internal token names no days (map, knownOn, today).');
}
