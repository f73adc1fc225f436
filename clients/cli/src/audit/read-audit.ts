import type { Server } from '../ask-graphql';
import { download } from '../download';
import { CliError } from '../terminal';
import type { AuditOwner, SealedEntry } from './chain';

const FORMAT = 'tieuchi/audit/1';

/** An entry without a seal; of one that waits and is not there only the id is known. */
export interface UnsealedEntry {
  readonly id: string;
  readonly at: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  /** Its table, or what was read or refused. */
  readonly what: string | null;
  readonly ageSeconds: number | null;
  readonly isWaiting: boolean;
  readonly isGone: boolean;
}

export interface SealedPage {
  readonly owner: AuditOwner;
  readonly rows: readonly SealedEntry[];
}

/** The sealed entries of a service after a position, page after page; the first page is there even if it is empty. */
export async function* readSealed(server: Server, service: string): AsyncGenerator<SealedPage> {
  let after: string | null = null;
  for (;;) {
    const path: string = `/audit/${service}.jsonl${following(after)}`;
    const [owner, ...rows]: [AuditOwner, ...SealedEntry[]] = await readLines(server, path);
    if (rows.length > 0 || after === null) yield { owner, rows };
    if (rows.length === 0) return;
    after = rows.at(-1)!.position;
  }
}

export async function readUnsealed(server: Server, service: string): Promise<UnsealedEntry[]> {
  const found: UnsealedEntry[] = [];
  let after: string | null = null;
  do {
    const [{ through }, ...entries]: [{ through: string | null }, ...UnsealedEntry[]] = await readLines(
      server,
      `/audit/${service}/unsealed.jsonl${following(after)}`,
    );
    found.push(...entries);
    after = through;
  } while (after !== null);
  return found;
}

/** The first question names no number: what somebody put in by hand may have one below 1. */
function following(after: string | null): string {
  return after === null ? '' : `?after=${after}`;
}

async function readLines<Head, Line>(server: Server, path: string): Promise<[Head, ...Line[]]> {
  const { content } = await download(server, path, '');
  const lines = Buffer.from(content).toString('utf8').trimEnd().split('\n');
  const [head, ...rows] = lines.map((line) => JSON.parse(line));
  if (head?.format === FORMAT) return [head, ...rows];
  throw new CliError(`${server.url} answers an audit of the form ${head?.format}; this tieuchi reads ${FORMAT}`);
}
