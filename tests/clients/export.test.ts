import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Role } from '@tieuchi/subgraph-kit';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { signIn } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { runTieuchi } from './run-tieuchi';

const SERIES = 'indicator=ntm-2021-2025/19.2&year=2025&map=2025-06-30';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

async function download(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${system.url}/export/${path}`, { headers });
  return { response, content: Buffer.from(await response.arrayBuffer()) };
}
const rowsOf = (csv: Buffer): string[][] => parse(csv, { bom: true, relax_column_count: true });
async function provinceId(code: string): Promise<string> {
  const { data } = await system.ask(`query @asOf(map: "2025-06-30") { province(code: "${code}") { id } }`);
  return data.province.id;
}

describe('an exported table', () => {
  it('has the rows of the API, all pages of them', async () => {
    const { response, content } = await download(`assessments.csv?within=VN&${SERIES}`);
    expect(response.status).toBe(200);
    const [, , ...rows] = rowsOf(content);
    expect(rows).toHaveLength(7692);
    const { data } = await system.ask(
      'query @asOf(map: "2025-06-30") { country { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown } } }',
    );
    const count = (word: string) => rows.filter((row) => row[12] === word).length;
    expect({ met: count('Đ'), notMet: count('C'), unknown: count('–') }).toEqual(data.country.attainment);
    // codes keep their zeros
    expect(rows.every((row) => /^\d{5}$/.test(row[3] ?? ''))).toBe(true);
    expect(rows.filter((row) => row[1] === '' || !row[2]?.startsWith('Xã '))).toEqual([]);
  }, 60_000);

  it('says in its name, its first line and each row that the software made it', async () => {
    const { response, content } = await download(`attainment.csv?${SERIES}`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="MO-PHONG_attainment.csv"');
    const [banner, headings, ...rows] = rowsOf(content);
    expect(banner?.[0]).toMatch(/^SỐ LIỆU MÔ PHỎNG/);
    expect(headings?.at(-1)).toBe('nguon_so_lieu');
    expect(rows).toHaveLength(63);
    expect(rows.every((row) => row.at(-1) === 'MÔ PHỎNG')).toBe(true);
  });

  it('is the same as a workbook, whose cells are all texts', async () => {
    const csv = rowsOf((await download('quota-check.csv?rule=mps-2022-11')).content);
    const { response, content } = await download('quota-check.xlsx?rule=mps-2022-11');
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const [sheet] = await readXlsxFile(content);
    const cells = (sheet?.data ?? []).map((row) => row.map((cell) => cell ?? ''));
    const width = csv[1]?.length ?? 0;
    expect(cells.map((row) => [...row, ...Array(width).fill('')].slice(0, width))).toEqual(
      csv.map((row) => [...row, ...Array(width).fill('')].slice(0, width)),
    );
  });

  it.each(['near-misses', 'regressions'])('%s lists what the API lists, of one province', async (name) => {
    const within = encodeURIComponent(await provinceId('19'));
    const { response, content } = await download(`${name}.csv?within=${within}&${SERIES}`);
    expect(response.status).toBe(200);
    const [, , ...rows] = rowsOf(content);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => /^\d{5}$/.test(row[3] ?? ''))).toBe(true);
  });

  it('imports without change', async () => {
    const within = encodeURIComponent(await provinceId('19'));
    const { content } = await download(`assessments.csv?within=${within}&${SERIES}`);
    const appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope: 'VN' });
    const parameters = 'kind=assessments&name=x.csv&step=APPRAISE&indicator=ntm-2021-2025/19.2&year=2025&dryRun=true';
    const response = await fetch(`${system.url}/imports?${parameters}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${appraiser.token}`, 'content-type': 'application/octet-stream' },
      body: content,
    });
    const { report } = (await response.json()) as { report: Record<'rows' | 'taken' | 'unchanged', number> };
    expect(report).toMatchObject({ faults: [], flips: [], rows: 121, taken: 0, unchanged: 121 });
  });
});

describe('an export that cannot be', () => {
  it.each([
    ['nothing.csv', 404, 'EXPORT_NOT_FOUND', /assessments\.csv/],
    ['attainment.pdf', 404, 'EXPORT_NOT_FOUND', /also as \.xlsx/],
    ['..%2fimports.csv', 404, 'EXPORT_NOT_FOUND', /known/],
    ['attainment.csv?indicator=nothing&year=2025', 400, 'INDICATOR_NOT_FOUND', /nothing/],
    ['attainment.csv?year=2025', 400, 'BAD_USER_INPUT', /indicator/],
    ['attainment.csv?indicator=a&year=x', 400, 'BAD_USER_INPUT', /year/],
    ['attainment.csv?indicator=a&year=2025&first=1', 400, 'BAD_USER_INPUT', /No parameter "first"/],
    ['quota-check.csv?rule=nope', 400, 'RULE_NOT_FOUND', /mps-2022-11/],
    ['quota-check.csv?rule=mps-2022-11&knownOn=2999-01-01', 400, 'KNOWN_ON_IN_FUTURE', /2999/],
  ])('%s is refused with %d and words, and sends no half table', async (path, status, code, said) => {
    const { response, content } = await download(path);
    expect(response.status).toBe(status);
    expect(JSON.parse(content.toString())).toEqual({
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(said),
          extensions: expect.objectContaining({ code }),
        }),
      ],
    });
  });

  it('is asked as the caller: a forged token is refused', async () => {
    const { response } = await download('quota-check.csv?rule=mps-2022-11', { authorization: 'Bearer x.y.z' });
    expect(response.status).toBe(401);
  });
});

describe('tieuchi export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-export-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the file and marks synthetic figures', async () => {
    const file = join(folder, 'quota.csv');
    const options = ['export', 'quota-check', '--set', 'rule=mps-2022-11', '--out', file];
    const { code, out } = await runTieuchi(options, { TIEUCHI_URL: system.url });
    expect({ code, out }).toEqual({ code: 0, out: [`[MÔ PHỎNG] ${file}`] });
    expect(readFileSync(file)).toEqual((await download('quota-check.csv?rule=mps-2022-11')).content);
  });

  it('passes on what the server refuses', async () => {
    const { code, err } = await runTieuchi(['export', 'x'], { TIEUCHI_URL: system.url });
    expect(code).toBe(2);
    expect(err).toMatch(/^tieuchi: No export at \/export\/x\.csv; known: /);
  });
});
