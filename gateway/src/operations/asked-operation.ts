import type { IncomingMessage } from 'node:http';
import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { ToldVersions } from '../answer-cache/service-versions';

/** What a request says of its operation: the text, its SHA-256, or both. */
export interface AskedOperation {
  readonly query: string | undefined;
  readonly hash: string | undefined;
}

/** A GraphQL request before anybody has looked at its operation. */
export interface GraphqlRequest {
  readonly asked: AskedOperation;
  readonly operationName: string | null;
  readonly variables: unknown;
  /** `extensions.dataVersions` as an earlier answer told them; none unless sent. */
  readonly dataVersions: ToldVersions;
  /** The request as Apollo reads it, with this text of the operation; undefined: as it came. */
  withQuery(query: string | undefined): { readonly body: unknown; readonly search: string };
}

/**
 * The operation of a request, from its body or, in a GET, from its address. What has another shape is left to Apollo,
 * which refuses it by the rules of GraphQL over HTTP.
 * @param body the parsed body; undefined where there is none
 * @throws SpeakingError BAD_USER_INPUT
 */
export function readGraphqlRequest({ method, url }: IncomingMessage, body: unknown): GraphqlRequest {
  const { search, searchParams } = new URL(url ?? '/', 'http://gateway');
  if (method === 'GET') {
    const extensions = parseExtensions(searchParams);
    return {
      asked: { query: searchParams.get('query') ?? undefined, hash: hashOf(extensions) },
      operationName: searchParams.get('operationName'),
      variables: searchParams.get('variables'),
      dataVersions: dataVersionsOf(extensions),
      withQuery(query) {
        if (query === undefined) return { body, search };
        searchParams.set('query', query);
        searchParams.delete('extensions');
        return { body, search: `?${searchParams}` };
      },
    };
  }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const { query, extensions, ...rest } = (isObject ? body : {}) as Record<string, unknown>;
  return {
    asked: { query: typeof query === 'string' ? query : undefined, hash: hashOf(extensions) },
    operationName: typeof rest.operationName === 'string' ? rest.operationName : null,
    variables: rest.variables ?? null,
    dataVersions: dataVersionsOf(extensions),
    withQuery: (text) => ({ body: text === undefined ? body : { ...rest, query: text }, search }),
  };
}

function parseExtensions(parameters: URLSearchParams): unknown {
  const text = parameters.get('extensions');
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', 'extensions: it is not JSON.');
  }
}

/** As clients send it: `{ persistedQuery: { version: 1, sha256Hash } }`. */
function hashOf(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  if (typeof persistedQuery.sha256Hash === 'string') return persistedQuery.sha256Hash;
  throw new SpeakingError('BAD_USER_INPUT', 'extensions.persistedQuery.sha256Hash: it must be a text.');
}

/** What is no number of a service's says nothing: who sends them back is helped, who does not is answered all the same. */
function dataVersionsOf(extensions: unknown): ToldVersions {
  const { dataVersions } = (extensions ?? {}) as { dataVersions?: unknown };
  if (typeof dataVersions !== 'object' || dataVersions === null) return {};
  const told = Object.entries(dataVersions).filter((entry): entry is [string, number] =>
    Number.isSafeInteger(entry[1]),
  );
  return Object.fromEntries(told);
}
