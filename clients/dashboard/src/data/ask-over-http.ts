import { type Answer, type Ask, readAnswer } from './answer';
import { readToken } from './session';

/** Longer than the gateway's own deadline: who waits longer waits for nothing. */
const DEADLINE_MS = 60_000;

/**
 * Asks the gateway that served the page, by the operation's hash.
 * @throws TypeError when it is out of reach, DOMException when it does not answer in time
 */
export const askOverHttp: Ask = async <Data, Variables extends object>(
  { name, hash }: { readonly name: string; readonly hash: string },
  variables: Variables,
): Promise<Answer<Data>> => {
  const token = readToken();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({
      operationName: name,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  return readAnswer(await response.json());
};
