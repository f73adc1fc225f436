import type { IncomingMessage } from 'node:http';
import { type Actor, Role } from '@tieuchi/subgraph-kit';
import { readGraphqlRequest } from '../operations/asked-operation';
import { circumstancesOf, questionOf } from './question';

const ACTOR: Actor = { subject: 'officer-a', role: Role.APPRAISER, scope: 'P19' };
const QUERY = 'query Q($a: Int, $b: Int) { country { name } }';

function ask({ headers = {}, actor = ACTOR, today = '2026-11-22', body = {} as object } = {}) {
  const request = { method: 'POST', url: '/graphql', headers } as IncomingMessage;
  const graphql = readGraphqlRequest(request, { query: QUERY, variables: { a: 1, b: { c: 2, d: 3 } }, ...body });
  return questionOf(graphql, circumstancesOf(request, actor, today));
}

it('is the same whoever asks it in the same role for the same part of the country, in whatever order of variables', () => {
  expect(ask({ actor: { ...ACTOR, subject: 'officer-b' } })).toBe(ask());
  expect(ask({ body: { variables: { b: { d: 3, c: 2 }, a: 1 } } })).toBe(ask());
  expect(ask({ headers: { 'user-agent': 'other', 'x-request-id': 'abcdefgh' } })).toBe(ask());
});

it.each([
  ['role', { actor: { ...ACTOR, role: Role.VIEWER } }],
  ['part of the country', { actor: { ...ACTOR, scope: 'P20' } }],
  ['day', { today: '2026-11-23' }],
  ['form', { headers: { accept: 'application/graphql-response+json' } }],
  ['operation', { body: { query: '{ country { code } }' } }],
  ['name of the operation', { body: { operationName: 'Q' } }],
  ['value of a variable', { body: { variables: { a: 2, b: { c: 2, d: 3 } } } }],
  ['kind of a value', { body: { variables: { a: '1', b: { c: 2, d: 3 } } } }],
])('is another one with another %s', (_, other) => {
  expect(ask(other)).not.toBe(ask());
});

it('is none without an operation', () => {
  expect(ask({ body: { query: undefined } })).toBeNull();
});
