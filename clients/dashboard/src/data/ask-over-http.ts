import { type Answer, type Ask, readAnswer } from './answer';
import { readToken } from './session';

/** Longer than the gateway's own deadline: who waits longer waits for nothing. */
const DEADLINE_MS = 60_000;

interface Named {
  readonly name: string;
  readonly hash: string;
}

/**
 * Asks the gateway that served the page, by the operation's hash.
 * @throws TypeError when it is out of reach, DOMException when it does not answer in time
 */
export const askOverHttp: Ask = (operation, variables) => post(operation, variables, {});

/**
 * A write with the name under which it happens once, however often it is sent.
 * @throws as `askOverHttp`; then nobody knows whether it happened, and the same key is to be sent again
 */
export function writeOverHttp<Data>(operation: Named, variables: object, key: string): Promise<Answer<Data>> {
  return post(operation, variables, { 'idempotency-key': key });
}

async function post<Data>(
  { name, hash }: Named,
  variables: object,
  more: Readonly<Record<string, string>>,
): Promise<Answer<Data>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(), ...more },
    body: JSON.stringify({
      operationName: name,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  return readAnswer(await response.json());
}

/** Who asks, for any address of the gateway; nothing without a sign-in. */
export function bearer(): Record<string, string> {
  const token = readToken();
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
