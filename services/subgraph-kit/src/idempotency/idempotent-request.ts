/** One fetch of a write that a client wants to happen once, however often it sends it. */
export interface IdempotentRequest {
  /** The client's own name for the write, among all of the same actor. */
  readonly key: string;
  /** Of the client's whole operation and its variables, as hexadecimal SHA-256. */
  readonly requestHash: string;
  /** Which of the operation's writing fetches this is, from 0: an operation may write in several services. */
  readonly step: number;
}

/** @throws Error when the claim is another thing */
export function readIdempotentRequest(claim: unknown): IdempotentRequest | undefined {
  if (claim === undefined) return undefined;
  const { key, requestHash, step } = claim as Record<string, unknown>;
  if (typeof key !== 'string' || typeof requestHash !== 'string' || typeof step !== 'number') {
    throw new Error('idempotency');
  }
  return { key, requestHash, step };
}
