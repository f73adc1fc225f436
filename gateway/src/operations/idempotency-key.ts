import type { IncomingMessage } from 'node:http';
import { SpeakingError } from '@tieuchi/subgraph-kit';

export const IDEMPOTENCY_HEADER = 'idempotency-key';

/** Characters of ASCII that can be seen: a key is a name and goes into no text. */
const KEY = /^[\x21-\x7e]{8,128}$/;

/**
 * The client's name for a write that must happen once; null where it gives none.
 * @throws SpeakingError BAD_USER_INPUT
 */
export function readIdempotencyKey({ headers }: IncomingMessage): string | null {
  const key = headers[IDEMPOTENCY_HEADER];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new SpeakingError('BAD_USER_INPUT', 'Idempotency-Key: 8 to 128 characters of ASCII without blanks.');
}
