import { createHash } from 'node:crypto';
import type { GraphQLRequest } from '@apollo/server';
import { stripIgnoredCharacters } from 'graphql';
import { inOrder } from '../snapshot/in-order';

/** What makes two requests the same: the operation and its variables, whatever their order and their blanks. */
export function hashRequest(document: string, { operationName, variables }: GraphQLRequest): string {
  const text = JSON.stringify([stripIgnoredCharacters(document), operationName ?? null, inOrder(variables ?? {})]);
  return createHash('sha256').update(text).digest('hex');
}
