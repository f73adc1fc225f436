import { bearer } from '../../data/ask-over-http';
import type { Verdict } from '../../data/operations.generated';

export interface FileFault {
  /** As spreadsheets count; null where no single row is at fault. */
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

export interface VerdictFlip {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly of: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

interface Removal {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly was: string;
}

/** As `POST /imports` answers for assessments; lists hold the first of so many. */
export interface ImportReport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly faultCount: number;
  readonly faults: readonly FileFault[];
  readonly flipCount: number;
  readonly flips: readonly VerdictFlip[];
  readonly removedCount: number;
  readonly removed: readonly Removal[];
}

export type ImportOutcome =
  | { readonly status: 'PREVIEWED' | 'REFUSED' | 'APPLIED' | 'UNCHANGED'; readonly report: ImportReport }
  | { readonly status: 'NOT_TAKEN'; readonly code: string; readonly message: string }
  | { readonly status: 'LOST' };

export interface ImportFile {
  readonly name: string;
  readonly content: ArrayBuffer;
}

export interface ImportQuestion {
  readonly step: string;
  readonly indicator: string;
  readonly year: number;
}

/** A large file is applied in one transaction, which takes its time. */
const DEADLINE_MS = 10 * 60_000;

/** Sends a file, to be looked at (without a job) or to be recorded under the job's id. Never throws. */
export async function sendImport(
  { name, content }: ImportFile,
  { step, indicator, year }: ImportQuestion,
  job: string | null,
): Promise<ImportOutcome> {
  const search = new URLSearchParams({
    ...{ kind: 'assessments', step, indicator, year: String(year), name },
    ...(job === null ? { dryRun: 'true' } : { dryRun: 'false', job }),
  });
  try {
    const response = await fetch(`/imports?${search}`, {
      method: 'POST',
      headers: { ...bearer(), 'content-type': 'application/octet-stream' },
      body: content,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    const [error] = answer.errors as { message: string; extensions?: { code?: string } }[];
    const code = error?.extensions?.code ?? 'INTERNAL_ERROR';
    return response.status >= 500 ? { status: 'LOST' } : { status: 'NOT_TAKEN', code, message: error?.message ?? '' };
  } catch {
    return { status: 'LOST' };
  }
}
