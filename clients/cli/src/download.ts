import { reach, type Server } from './ask-graphql';
import { CliError } from './terminal';

/** A file that the server made. */
export interface Download {
  readonly content: Uint8Array;
  /** The name that the server gives it: that of synthetic data begins with MO-PHONG_. */
  readonly name: string;
}

/**
 * @param fallback the name of a file to which the server gives none
 * @throws CliError when the server is out of reach or refuses
 */
export async function download(server: Server, path: string, fallback: string): Promise<Download> {
  const response = await reach(server, path);
  if (response.ok) {
    const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return { content: new Uint8Array(await response.arrayBuffer()), name: name ?? fallback };
  }
  const answer = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null;
  const isRefused = response.status === 401 || response.status === 403;
  const reason = answer?.errors?.[0]?.message ?? `${server.url} answered ${response.status}`;
  throw new CliError(reason, isRefused ? 'REFUSED' : 'WRONG');
}
