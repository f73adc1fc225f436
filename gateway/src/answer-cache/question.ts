import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Actor, Day } from '@tieuchi/subgraph-kit';
import type { GraphqlRequest } from '../operations/asked-operation';
import { inOrder } from '../snapshot/in-order';

/** Of a request beside its operation: what decides in which form it is answered, or refused. */
const DECISIVE_HEADERS = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'];

/** What decides beside the operation: the form of the answer, the day, and what may be seen. The person is not part of it. */
export function circumstancesOf({ method, headers }: IncomingMessage, { role, scope }: Actor, today: Day): string {
  const form = DECISIVE_HEADERS.map((header) => headers[header] ?? '');
  return [method, ...form, role, scope, today].join('\n');
}

/**
 * What makes two requests one question: operation and variables, whatever their order, under the same circumstances.
 * @returns a digest; null for what is not to be given again
 */
export function questionOf(
  { asked: { query, hash }, operationName, variables }: GraphqlRequest,
  circumstances: string,
): string | null {
  if ((query ?? hash) === undefined) return null;
  const parts = [circumstances, query ?? null, hash ?? null, operationName, inOrder(variables)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
