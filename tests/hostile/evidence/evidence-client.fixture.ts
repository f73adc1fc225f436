import { request as httpRequest, type RequestOptions } from 'node:http';
import { Role } from '@tieuchi/subgraph-kit';
import { sha256Of } from './evidence-files.fixture';

export interface EvidencePlace {
  readonly url: string;
  readonly tokens: ReadonlyMap<Role, string>;
}

export interface Said {
  readonly sha256?: string;
  /** Content-Type; none where undefined. */
  readonly type?: string | undefined;
  readonly role?: Role;
  readonly query?: string;
}

export interface Outcome {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: receipts and refusals
  readonly body: any;
}

/** Sends a file to its own address unless something else is said. */
export async function putEvidence(
  { url, tokens }: EvidencePlace,
  content: Uint8Array,
  { sha256 = sha256Of(content), type, role = Role.COMMUNE_OFFICER, query = '' }: Said = {},
): Promise<Outcome> {
  const response = await fetch(`${url}/evidence/${sha256}${query}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens.get(role)}`, ...(type !== undefined && { 'content-type': type }) },
    body: content as Uint8Array<ArrayBuffer>,
  });
  return { status: response.status, body: await response.json() };
}

export function getEvidence(
  { url, tokens }: EvidencePlace,
  sha256: string,
  init: { method?: string; role?: Role; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { method = 'GET', role = Role.VIEWER, headers = {} } = init;
  return fetch(`${url}/evidence/${sha256}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(role)}`, ...headers },
  });
}

export const refusal = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } });

/** A request whose path and body go out exactly as they are given; a chunk that is null breaks the connection. */
export function sendRaw(
  { url, tokens }: EvidencePlace,
  path: string,
  chunks: readonly (Uint8Array | null)[] = [],
  options: RequestOptions = {},
): Promise<Outcome | 'broken'> {
  const { hostname, port } = new URL(url);
  const headers = { authorization: `Bearer ${tokens.get(Role.ADMIN)}`, ...options.headers };
  return new Promise((resolve) => {
    const request = httpRequest({ hostname, port, path, ...options, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    request.on('error', () => resolve('broken'));
    void (async () => {
      for (const chunk of chunks) {
        if (chunk === null) return request.destroy();
        await new Promise((sent) => request.write(chunk, sent));
      }
      request.end();
    })();
  });
}
