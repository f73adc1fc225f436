import { reach, type Server } from './ask-graphql';
import { CliError } from './terminal';

export interface ImportRequest {
  readonly kind: string;
  readonly name: string;
  readonly dryRun: boolean;
  readonly content: Uint8Array;
  /** What else the kind asks for. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** As the server has it, `UPLOAD_LIMIT_BYTES`: it hangs up on a larger body before it can be heard why. */
export const FILE_LIMIT_BYTES = 20_000_000;

/** Large files are applied in one transaction, which takes its time. */
const DEADLINE_MS = 30 * 60_000;

/**
 * Sends a file to a running server.
 * @throws CliError when the file is too large, or the server is out of reach, refuses the sender, or answers something else than an outcome
 */
export async function sendImport<Outcome>(
  server: Server,
  { content, kind, name, dryRun, parameters = {} }: ImportRequest,
): Promise<Outcome> {
  refuseTooLarge(name, content.length);
  const search = new URLSearchParams({ ...parameters, kind, name, dryRun: String(dryRun) });
  const response = await reach(server, `/imports?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(content),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const answer = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null;
  if (response.ok && answer) return answer as Outcome;
  const reason = answer?.errors?.[0]?.message ?? `${server.url} answered ${response.status}`;
  const isRefused = response.status === 401 || response.status === 403;
  throw new CliError(reason, isRefused ? 'REFUSED' : 'WRONG');
}

function refuseTooLarge(name: string, bytes: number): void {
  if (bytes <= FILE_LIMIT_BYTES) return;
  const [size, limit] = [bytes, FILE_LIMIT_BYTES].map((count) => (count / 1_000_000).toFixed(1));
  throw new CliError(`${name} has ${size} MB; a file of at most ${limit} MB is taken: send it in parts`);
}
