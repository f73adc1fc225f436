import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Actor, Day } from '@tieuchi/subgraph-kit';
import type { GraphqlRequest } from '../operations/asked-operation';
import { IDEMPOTENCY_HEADER } from '../operations/idempotency-key';
import { inOrder } from '../snapshot/in-order';

/** Of a request beside its operation: what decides in which form it is answered, or refused. */
const DECISIVE_HEADERS = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * What makes two requests one question: operation, variables, the form of the answer, the day, and what may be seen. The
 * person is not part of it: what is a person's own is never kept.
 * @returns a digest; null for what is not to be given again
 */
export function questionOf(
  { method, headers }: IncomingMessage,
  { role, scope }: Actor,
  { asked: { query, hash }, operationName, variables }: GraphqlRequest,
  today: Day,
): string | null {
  if ((query ?? hash) === undefined || headers[IDEMPOTENCY_HEADER] !== undefined) return null;
  const form = DECISIVE_HEADERS.map((header) => headers[header] ?? null);
  const parts = [method, form, role, scope, today, query ?? null, hash ?? null, operationName, inOrder(variables)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
