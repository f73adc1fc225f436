import { CliError } from './terminal';

export interface Server {
  readonly url: string;
  readonly token?: string | undefined;
}

export interface ImportRequest {
  readonly kind: string;
  readonly name: string;
  readonly dryRun: boolean;
  readonly content: Uint8Array;
}

/**
 * Sends a file to a running server.
 * @throws CliError when it is out of reach, refuses the sender, or answers something else than an outcome
 */
export async function sendImport<Outcome>(
  server: Server,
  { content, kind, name, dryRun }: ImportRequest,
): Promise<Outcome> {
  const address = new URL('/imports', server.url);
  address.search = new URLSearchParams({ kind, name, dryRun: String(dryRun) }).toString();
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(server.token && { authorization: `Bearer ${server.token}` }),
    },
    body: Buffer.from(content),
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    throw new CliError(`${server.url} does not answer (${cause?.code ?? 'no connection'}) – start it, or give --url`);
  });
  const answer = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null;
  if (response.ok && answer) return answer as Outcome;
  const reason = answer?.errors?.[0]?.message ?? `${server.url} answered ${response.status}`;
  throw new CliError(response.status === 401 || response.status === 403 ? `${reason} Give it with --token.` : reason);
}
