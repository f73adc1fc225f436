import { type InternalIdentity, signInternalToken, verifySignature } from './internal-token';

/** A token is sent again for so long; it holds three times as long. */
const SENT_AGAIN_MS = 20_000;
const MOST_REMEMBERED = 1_000;

/** What is remembered of many, the oldest forgotten beyond 1,000. */
class Memory<T> {
  private readonly kept = new Map<string, { readonly value: T; readonly untilMs: number }>();

  /** @param nowMs by the clock that `untilMs` was said in */
  find(key: string, nowMs: number): T | undefined {
    const known = this.kept.get(key);
    if (known && known.untilMs > nowMs) return known.value;
    this.kept.delete(key);
    return undefined;
  }

  keep(key: string, value: T, untilMs: number): void {
    this.kept.set(key, { value, untilMs });
    if (this.kept.size > MOST_REMEMBERED) this.forget(this.kept.keys().next().value as string);
  }

  forget(key: string): void {
    this.kept.delete(key);
  }
}

/**
 * `signInternalToken`, with the token of a moment ago for whoever asks the same again: an overview asks four times. What
 * happens once is signed each time.
 */
export function createTokenSigner(key: string): (identity: InternalIdentity) => Promise<string> {
  const signed = new Memory<Promise<string>>();
  return (identity) => {
    const { actor, asOf, indicators, idempotency } = identity;
    if (idempotency) return signInternalToken(identity, key);
    const claims = JSON.stringify([actor, asOf, indicators]);
    const nowMs = performance.now();
    const known = signed.find(claims, nowMs);
    if (known) return known;
    const token = signInternalToken(identity, key);
    signed.keep(claims, token, nowMs + SENT_AGAIN_MS);
    token.catch(() => signed.forget(claims));
    return token;
  };
}

/** `verifyInternalToken`, with the signature of each token verified once; each is refused from the second on that it ends. */
export function createTokenVerifier(key: string): (token: string | undefined) => Promise<InternalIdentity> {
  const verified = new Memory<InternalIdentity>();
  return async (token = '') => {
    const known = verified.find(token, Date.now());
    if (known) return known;
    const { identity, expiresAtMs } = await verifySignature(token, key);
    verified.keep(token, identity, expiresAtMs);
    return identity;
  };
}
