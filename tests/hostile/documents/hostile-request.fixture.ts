import { request as httpRequest } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** The codes of its errors, in their order. */
  readonly codes: readonly unknown[];
}

/** All that was answered, for the one claim that holds of all of it. */
export const everythingAnswered: string[] = [];

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** A request exactly as it is given. @returns 'broken' where the connection ends without an answer */
export function send(
  url: string,
  { method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent,
): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      hostname,
      port,
      method,
      path,
      headers: { 'content-type': 'application/json', ...headers },
    });
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        everythingAnswered.push(text);
        resolve({ status: response.statusCode ?? 0, text, codes: codesOf(text) });
      });
    });
    // a refused body is not read to its end
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    sent.end(body);
  });
}

export function sendQuery(url: string, query: string, rest: object = {}, headers: Record<string, string> = {}) {
  return send(url, { body: JSON.stringify({ query, ...rest }), headers });
}

function codesOf(text: string): unknown[] {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] };
    return errors.map(({ extensions }) => extensions?.code);
  } catch {
    return [];
  }
}
