import type { Server } from './send-import';
import { CliError } from './terminal';

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/**
 * One operation, as any client sends it.
 * @throws CliError when the server is out of reach, refuses the sender, or answers with an error
 */
export async function askGraphql<Data>({ url, token }: Server, query: string): Promise<Data> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    throw new CliError(`${url} does not answer (${cause?.code ?? 'no connection'}) – start it, or give --url`);
  });
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null;
  const error = answer?.errors?.[0];
  if (answer?.data && !error) return answer.data;
  const reason = error?.message ?? `${url} answered ${response.status}`;
  const isRefused = ['FORBIDDEN', 'UNAUTHENTICATED'].includes(error?.extensions?.code ?? '');
  throw new CliError(isRefused ? `${reason} Give it with --token.` : reason);
}
