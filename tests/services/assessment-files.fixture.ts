import type { Officer } from '../support/officer';
import { unitIdOf } from '../support/officer';
import type { TestSystem } from '../support/test-system';

export const INDICATOR = 'ntm-2021-2025/19.2';
/** The map that 2025 counts. */
export const DAY = '2025-06-30';
export const TITLES = [
  ...['STT', 'Huyện', 'Xã', 'Mã', 'ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'Kết quả'],
  ...['Lý do chưa đạt', 'Số văn bản', 'Ngày', 'Cơ quan'],
];

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
    // a connection that idled while a large file was made may close at the moment in which it is used again
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
    body: Buffer.from(content),
  });
  return { http: response.status, ...((await response.json()) as Omit<ImportAnswer, 'http'>) };
}

export interface Commune {
  readonly code: string;
  readonly name: string;
}

/** Rural communes of a province that 2025 counts, by their codes; all of the country without one. */
export async function findCommunes(system: Pick<TestSystem, 'database'>, province?: string): Promise<Commune[]> {
  return system.database.query<Commune>(
    `select code, name from rural_security.register_unit_version
     where ($1::text is null or province_id = $1) and kind = 'RURAL_COMMUNE' and valid @> $2::date order by code`,
    [province ? await unitIdOf(system as TestSystem, 'PROVINCE', province, DAY) : null, DAY],
  );
}

/** What a row says where nothing else is said: all contents met, by a paper. */
const MET = {
  contents: 'ĐĐĐĐĐĐĐĐ',
  result: 'Đ',
  reason: '',
  paper: '12/BC-CAX',
  day: '15/10/2025',
  by: 'Công an tỉnh',
};

export type RowOf = Partial<typeof MET> & Partial<Commune>;

/** A row of the form; contents by a letter each. */
export function formRow(commune: Commune, said: RowOf = {}): string[] {
  const { contents, result, reason, paper, day, by, code, name } = { ...MET, ...commune, ...said };
  return ['1', 'Huyện', name, code, ...contents, result, reason, paper, day, by];
}

/** A CSV with the titles of the form, unless others are given. */
export function csvOf(
  rows: readonly (readonly string[])[],
  titles: readonly string[] = TITLES,
  separator = ',',
): string {
  const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[titles, ...rows].map((cells) => cells.map(quoted).join(separator)).join('\n')}\n`;
}
