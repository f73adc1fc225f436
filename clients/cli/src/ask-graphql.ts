import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './terminal';

export interface Server {
  readonly url: string;
  readonly token?: string | undefined;
}

/** What names an answer: `extensions.snapshot` of docs/snapshots.md. */
export interface Snapshot {
  readonly id: string;
  readonly map: string;
  readonly knownOn: string | null;
  readonly provisional: boolean;
  readonly lastClosedDay: string;
  readonly method: { readonly id: string; readonly version: string } | null;
}

export interface WholeAnswer<Data> {
  readonly data: Data;
  readonly snapshot: Snapshot;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly extensions?: { readonly snapshot: Snapshot };
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Longer than the gateway's own deadline: who waits longer waits for nothing. */
const DEADLINE_MS = 60_000;

/** An operation of this package's `operations/`, by its file's name. */
export function readOperation(name: string): string {
  return readFileSync(join(__dirname, '../operations', `${name}.graphql`), 'utf8');
}

/**
 * One operation, as any client sends it.
 * @throws CliError when the server is out of reach, refuses the sender, or answers with an error
 */
export async function askGraphql<Data>(server: Server, query: string, variables: object = {}): Promise<Data> {
  return (await askWhole<Data>(server, query, variables)).data;
}

/** The same, with what names the answer. */
export async function askWhole<Data>(
  server: Server,
  query: string,
  variables: object = {},
): Promise<WholeAnswer<Data>> {
  const response = await reach(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null;
  const error = answer?.errors?.[0];
  if (answer?.data && !error) return { data: answer.data, snapshot: answer.extensions?.snapshot as Snapshot };
  const reason = error?.message ?? `${server.url} answered ${response.status}`;
  const isRefused = ['FORBIDDEN', 'UNAUTHENTICATED'].includes(error?.extensions?.code ?? '');
  throw new CliError(reason, isRefused ? 'REFUSED' : 'WRONG');
}

/**
 * Asks a server as the caller, whatever it answers.
 * @throws CliError UNREACHABLE when nothing answers there
 */
export async function reach({ url, token }: Server, path: string, request: RequestInit = {}): Promise<Response> {
  if (!URL.canParse(url)) throw new CliError(`--url ${url} is no address: http://localhost:4000 is one`);
  const headers = { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  return fetch(new URL(path, url), { signal, ...request, headers }).catch((error: unknown) => {
    const { name, cause } = error as { name: string; cause?: { code?: string } };
    const reason = cause?.code ?? (name === 'TimeoutError' ? `no answer in ${DEADLINE_MS / 1000} s` : 'no connection');
    throw new CliError(`${url} does not answer (${reason}) – start it, or give --url`, 'UNREACHABLE');
  });
}
