import type { Officer } from '../support/officer';

export const INDICATOR = 'ntm-2021-2025/19.2';

export interface ImportAnswer {
  readonly http: number;
  readonly status: string;
  readonly jobId: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a report
  readonly report: any;
  readonly errors?: { message: string; extensions: Record<string, unknown> }[];
}

/** Sends a form for 19.2 of 2025 to be submitted, unless something else is said. */
export async function sendAssessments(
  { url }: { url: string },
  { token }: Pick<Officer, 'token'>,
  content: string | Uint8Array,
  more: Record<string, string> = {},
): Promise<ImportAnswer> {
  const parameters = { kind: 'assessments', step: 'SUBMIT', indicator: INDICATOR, year: '2025', name: 'bieu', ...more };
  const response = await fetch(`${url}/imports?${new URLSearchParams(parameters)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: Buffer.from(content),
  });
  return { http: response.status, ...((await response.json()) as Omit<ImportAnswer, 'http'>) };
}
