import type { Logger } from '@tieuchi/subgraph-kit';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { IdentityFault } from './identity-fault';

export interface RemoteKeysOptions {
  readonly url: URL;
  readonly logger: Logger;
  /** At least so long between two requests to the address, whatever tokens come and whatever it answers. */
  readonly coolDownMs?: number;
  readonly timeoutMs?: number;
  /** Keys of this age are asked for again beside the requests: so a key that is gone there ends here. */
  readonly renewAfterMs?: number;
  /** How long keys are trusted while the address does not answer. */
  readonly trustedForMs?: number;
}

/**
 * The keys that an issuer publishes at an address. jose alone counts its cool-down from the last success, so that an
 * address that is down would be asked by every request; and it drops the keys that it holds when they cannot be renewed.
 * @returns a function that throws IdentityFault KEYS_UNUSABLE, or what jose says of a key that there is not
 */
export function createRemoteKeys(options: RemoteKeysOptions): JWTVerifyGetKey {
  const { url, logger } = options;
  const { coolDownMs = 30_000, timeoutMs = 5_000, renewAfterMs = 600_000, trustedForMs = 86_400_000 } = options;
  const held = createRemoteJWKSet(url, {
    timeoutDuration: timeoutMs,
    cooldownDuration: Number.POSITIVE_INFINITY,
    cacheMaxAge: Number.POSITIVE_INFINITY,
  });
  let askedAt = Number.NEGATIVE_INFINITY;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;

  /** Resolves when the answer is there or will not come; at once within the cool-down. */
  function renew(): Promise<void> {
    if (asking) return asking;
    if (performance.now() < askedAt + coolDownMs) return Promise.resolve();
    askedAt = performance.now();
    asking = held
      .reload()
      .then(() => {
        renewedAt = performance.now();
      })
      .catch((error: unknown) => logger.warn({ err: error, keys: url.href }, "an issuer's keys do not come"))
      .finally(() => {
        asking = null;
      });
    return asking;
  }

  return async (header, token) => {
    const age = performance.now() - renewedAt;
    if (age > trustedForMs) await renew();
    else if (age > renewAfterMs) void renew();
    if (performance.now() - renewedAt > trustedForMs) throw new IdentityFault('KEYS_UNUSABLE');
    try {
      return await held(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await renew();
      return held(header, token);
    }
  };
}
