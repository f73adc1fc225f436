import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Role } from '@tieuchi/subgraph-kit';
import { run } from '../../clients/cli/src/program';
import { hasPublishedFigures, readPublishedFigures } from '../support/reference';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { recordCommunes } from './recorded-communes';

const HEADING =
  'id,place,province_code,unit_code,map,level,as_of,indicator,criteria_version,met,total,printed_percent,printed_qualifier,target_percent,printed_attainment_percent,kind,note,source';
const ROW = {
  id: 'X1',
  place: 'Thái Nguyên',
  province_code: '19',
  unit_code: '19',
  map: '',
  level: 'PROVINCE',
  as_of: '2025-06-30',
  indicator: 'I19_2',
  criteria_version: '2021-2025',
  met: '1',
  total: '121',
  printed_percent: '',
  printed_qualifier: '',
  target_percent: '',
  printed_attainment_percent: '',
  kind: 'RESULT',
  note: '',
  source: 'Báo cáo thử',
};
const table = (...rows: Partial<typeof ROW>[]) =>
  [HEADING, ...rows.map((row) => Object.values({ ...ROW, ...row }).join(','))].map((line) => `${line}\n`).join('');

const FIELDS = `reportedTallies(kind: $kind, indicator: $indicator) {
  id reference indicator { id title isCountedOnly } asOf year mapExact kind met total computedPercent flags origin reaches(percent: "99")
  reconciliation { outcome recordedMet recordedTotal recordedUnknown differenceMet sentence }
}`;
const ASK = `query Ask($map: Date!, $code: String!, $knownOn: Date, $kind: ReportedKind, $indicator: ID) @asOf(map: $map, knownOn: $knownOn) {
  province(code: $code) { ${FIELDS} } }`;

const JOBS = `{ importJobs { nodes { id kind step indicator year fileName state rowsTotal rowsDone taken unchanged
  flipCount faultCount faults { row code message } } } }`;

interface Tally {
  readonly id: string;
  readonly reference: string;
  readonly met: number;
  readonly reconciliation: { readonly outcome: string; readonly sentence: string };
}

interface Outcome {
  readonly status: string;
  readonly jobId: string | null;
  readonly report: { readonly counts: object; readonly tallies: readonly object[] };
}

let system: TestSystem;
afterEach(() => system.stop());

async function send(content: string | Buffer, role = Role.MINISTRY, dryRun = false, more = '') {
  const address = `/imports?kind=reported-tallies&name=thu.csv&dryRun=${dryRun}${more}`;
  const response = await fetch(new URL(address, system.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${system.tokens.get(role)}` },
    body: new Uint8Array(Buffer.from(content)),
  });
  return { status: response.status, body: (await response.json()) as Outcome };
}

async function talliesOf(code: string, variables: object = {}): Promise<Tally[]> {
  const { data, errors } = await system.ask(ASK, { map: '2025-06-30', code, ...variables });
  expect(errors).toBeUndefined();
  return data.province.reportedTallies;
}

async function command(...argv: string[]) {
  const output = new PassThrough();
  const errors = new PassThrough();
  const token = system.tokens.get(Role.MINISTRY) as string;
  const url = ['--url', system.url, '--token', token];
  const code = await run(['node', 'tieuchi', ...url, 'import', 'reported-tallies', ...argv], {}, output, errors);
  return { code, lines: `${output.read() ?? ''}`.trim().split('\n'), errors: `${errors.read() ?? ''}` };
}

const rows = () =>
  system.database.query('select * from rural_security.reported_tally order by recorded_from, external_id');
const indicators = () => system.database.query('select id from rural_security.reported_indicator order by id');

describe('reported tallies in a database of real data', () => {
  beforeEach(async () => {
    system = await startTestSystem('real');
  }, 60_000);

  it('stand beside the recorded ones: equal, different, over another population, not recorded', async () => {
    await recordCommunes(system, { code: '19', year: 2025, met: 118, notMet: 3 });
    await send(
      table(
        { id: 'X1', met: '118' },
        { id: 'X2', met: '120' },
        { id: 'X3', met: '98', total: '100' },
        { id: 'X4', met: '120', total: '' },
        { id: 'X5', met: '118', as_of: '2024-12-31' },
        { id: 'X6', met: '118', kind: 'PLAN', as_of: '2025-12-31', map: '2025-06-30' },
        { id: 'X7', met: '118', indicator: 'NTM' },
      ),
    );
    const found = Object.fromEntries(
      (await talliesOf('19')).map(({ reference, reconciliation }) => [reference, reconciliation]),
    );
    const recorded = { recordedMet: 118, recordedTotal: 121, recordedUnknown: 0 };
    const nothing = { recordedMet: null, recordedTotal: null, recordedUnknown: null, differenceMet: null };
    expect(found.X1).toMatchObject({ outcome: 'EQUAL', ...recorded, differenceMet: 0 });
    expect(found.X2).toMatchObject({ outcome: 'DIFFERS', ...recorded, differenceMet: 2 });
    expect(found.X2?.sentence).toBe('Thái Nguyên in 120/121; hệ thống ghi nhận 118/121: lệch 2.');
    expect(found.X3).toMatchObject({ outcome: 'POPULATION_DIFFERS', ...recorded, differenceMet: -20 });
    expect(found.X4).toMatchObject({ outcome: 'DIFFERS', ...recorded });
    expect(found.X5).toMatchObject({ outcome: 'NOT_RECORDED', ...nothing });
    expect(found.X6).toMatchObject({ outcome: 'PLAN', ...nothing });
    expect(found.X7).toMatchObject({ outcome: 'DIFFERENT_INDICATOR', ...nothing });
  });

  it('are flagged where the total is not the population on the exact map of their day', async () => {
    await send(table({ id: 'X1' }, { id: 'X2', total: '120' }, { id: 'X3', total: '120', as_of: '2025-06-29' }));
    const flags = (await talliesOf('19')).map((tally) => [
      tally.reference,
      (tally as Tally & { flags: string[] }).flags,
    ]);
    expect(Object.fromEntries(flags)).toEqual({ X1: [], X2: ['POPULATION_DIFFERS'], X3: ['MAP_NOT_LOADED'] });
  });

  it('are asked for by kind and by indicator', async () => {
    await send(table({ id: 'X1' }, { id: 'X2', kind: 'PLAN' }, { id: 'X3', indicator: 'NTM' }));
    const ask = async (variables: object) => (await talliesOf('19', variables)).map(({ reference }) => reference);
    expect(await ask({ kind: 'PLAN' })).toEqual(['X2']);
    expect(await ask({ kind: 'RESULT' })).toEqual(['X3', 'X1']);
    expect(await ask({ indicator: 'NTM/2021-2025' })).toEqual(['X3']);
    expect(await ask({ indicator: 'nothing' })).toEqual([]);
    expect(await ask({})).toEqual(['X3', 'X1', 'X2']);
  });

  it('are corrected by a new row with the same id, and a closed day keeps what was known', async () => {
    await send(table({ met: '100' }, { id: 'X2' }));
    const [{ id }] = (await talliesOf('19')) as [Tally];
    expect((await send(table({ met: '101' }))).body.report).toMatchObject({
      counts: { rows: 1, added: 0, changed: 1 },
      tallies: [{ reference: 'X1', corrected: [{ column: 'met', before: 100, after: 101 }] }],
    });
    expect((await talliesOf('19')).map((tally) => [tally.id === id, tally.met])).toEqual([
      [true, 101],
      [false, 1],
    ]);
    expect(await talliesOf('19', { knownOn: '2020-01-01' })).toEqual([]);
    const held = await rows();
    expect(held).toHaveLength(3);
    // one instant closes the old row and begins the new one
    expect(held[0]).toMatchObject({ met: 100, recorded_to: (held[2] as { recorded_from: Date }).recorded_from });
  });

  it('are the same after the same file, whoever sends it again, and after two at once', async () => {
    const file = table({ id: 'X1' }, { id: 'X2', indicator: 'NTM' });
    const both = await Promise.all([send(file), send(file, Role.ADMIN)]);
    expect(both.map(({ body }) => body.status).sort()).toEqual(['APPLIED', 'UNCHANGED']);
    const before = await rows();
    expect((await send(file)).body).toMatchObject({
      status: 'UNCHANGED',
      report: { counts: { added: 0, changed: 0 } },
    });
    expect(await rows()).toEqual(before);
    expect(await indicators()).toEqual([{ id: 'NTM/2021-2025' }]);
  });

  it('come by a job that its sender can look at: what it did, or why it did nothing', async () => {
    const authorization = `Bearer ${system.tokens.get(Role.MINISTRY)}`;
    const jobs = async () => {
      const { data, errors } = await system.ask(JOBS, {}, { authorization });
      expect(errors).toBeUndefined();
      return data.importJobs.nodes as Record<string, unknown>[];
    };
    const file = table({ id: 'X1' }, { id: 'X2' });
    expect((await send(file, Role.MINISTRY, true)).body).toMatchObject({ status: 'PREVIEWED', jobId: null });
    expect(await jobs()).toEqual([]);

    const id = randomUUID();
    expect((await send(file, Role.MINISTRY, false, `&job=${id}`)).body).toMatchObject({ status: 'APPLIED', jobId: id });
    const kept = {
      kind: 'reported-tallies',
      step: null,
      indicator: null,
      year: null,
      fileName: 'thu.csv',
      flipCount: 0,
    };
    const done = { ...kept, id, state: 'DONE', rowsTotal: 2, rowsDone: 2, taken: 2, unchanged: 0, faultCount: 0 };
    expect(await jobs()).toEqual([{ ...done, faults: [] }]);

    await send(file);
    expect((await jobs())[0]).toMatchObject({ state: 'DONE', taken: 0, unchanged: 2 });
    for (const broken of [{ met: '-1' }, { province_code: '97', unit_code: '97' }]) {
      await send(table({ id: 'X3' }, { id: 'X4', ...broken }));
      expect((await jobs())[0]).toMatchObject({
        ...{ state: 'REFUSED', taken: 0, faultCount: 1 },
        faults: [{ row: 3, code: 'BAD_USER_INPUT', message: expect.stringMatching(/.+ – .+/) }],
      });
    }
    expect(await jobs()).toHaveLength(4);
    const again = await send(file, Role.MINISTRY, false, `&job=${id}`);
    expect([again.status, JSON.stringify(again.body)]).toEqual([
      400,
      expect.stringMatching(/a job [0-9a-f-]+ already/),
    ]);
    expect(await rows()).toHaveLength(2);
  });

  it('of another source with the same id are another row', async () => {
    await send(table({ met: '100' }));
    await send(table({ met: '101', source: 'Báo cáo khác' }));
    expect((await talliesOf('19')).map(({ met }) => met).sort()).toEqual([100, 101]);
  });

  it('belong to the unit that had the code on the first map, where their day has none', async () => {
    await send(table({ as_of: '2018-12-31', criteria_version: '2016-2020' }));
    for (const map of ['2022-12-31', '2025-06-30']) {
      expect(await talliesOf('19', { map })).toEqual([expect.objectContaining({ year: 2018, mapExact: false })]);
    }
    // Thái Nguyên of today is another unit
    expect(await talliesOf('19', { map: '2025-07-01' })).toEqual([]);
  });

  it.each([
    ['an unknown code', { unit_code: '99', province_code: '' }, /^line 2, unit_code: no PROVINCE has the code "99"/],
    ['a code of another level', { level: 'DISTRICT' }, /^line 2, unit_code: no DISTRICT has the code "19"/],
    ['another province', { province_code: '01' }, /^line 2, province_code: "19" lies in the province "19"/],
    ['a map before the first one', { map: '2020-01-01' }, /^line 2, map: no map of 2020-01-01 is loaded/],
    ['29 February 2023', { as_of: '2023-02-29' }, /^line 2, as_of: "2023-02-29" is no day of the calendar/],
    ['more than all', { met: '122' }, /^line 2, met: 122 of 121: more than all/],
    [
      'a commune that is no ward',
      { level: 'WARD', province_code: '56', unit_code: '22737' },
      /^line 2, level: "22737" is a RURAL_COMMUNE on/,
    ],
  ])('are refused as a whole for %s: nothing is half applied', async (_, fault, line) => {
    const file = join(mkdtempSync(join(tmpdir(), 'tieuchi-')), 'thu.csv');
    writeFileSync(file, table({ ...fault }, { id: 'X2', indicator: 'NTM' }));
    const { code, lines } = await command(file);
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringMatching(line), 'Refused: nothing was changed.'],
    });
    expect([await rows(), await indicators()]).toEqual([[], []]);
  });

  it('come in by the command line, with a dry run that changes nothing', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'tieuchi-')), 'thu.csv');
    writeFileSync(file, table({}, { id: 'X2', indicator: 'NTM' }));
    const said = [
      '+ NTM/2021-2025: counted only, no programme defines it',
      '+ X1 Thái Nguyên, ntm-2021-2025/19.2',
      '+ X2 Thái Nguyên, NTM/2021-2025',
      '2 rows: 2 added, 0 corrected.',
    ];
    expect(await command(file, '--dry-run')).toMatchObject({
      code: 0,
      lines: [...said, 'Dry run: nothing was changed.'],
    });
    expect([await rows(), await indicators()]).toEqual([[], []]);
    expect(await command(file)).toMatchObject({ code: 0, lines: [...said, 'Applied.'] });
    writeFileSync(file, table({ met: '7' }));
    expect((await command(file)).lines[0]).toBe('~ X1 Thái Nguyên, ntm-2021-2025/19.2; met 1 → 7');
    const json = await command(file, '--format', 'json');
    expect(JSON.parse(json.lines[0] as string)).toMatchObject({ status: 'UNCHANGED', report: { tallies: [] } });
    expect(await command(file, '--format', 'xml')).toMatchObject({ code: 2, errors: expect.stringContaining('xml') });
  });

  it.each([Role.VIEWER, Role.COMMUNE_OFFICER, Role.APPRAISER, Role.AUDITOR])(
    'are not for %s to import',
    async (role) => {
      expect(await send(table({}), role)).toMatchObject({ status: 403 });
      expect(await rows()).toEqual([]);
    },
  );

  it('are never changed or taken away, and whoever entered them is on record', async () => {
    await send(table({}));
    for (const act of [
      'update rural_security.reported_tally set met = 2',
      'delete from rural_security.reported_tally',
    ]) {
      await expect(system.database.query(act)).rejects.toMatchObject({ code: 'TC003' });
    }
    await expect(system.database.query('truncate rural_security.reported_tally')).rejects.toMatchObject({
      code: 'TC001',
    });
    const audit = await system.database.query(
      `select role, action, row_count from rural_security.audit_entry where table_name = 'reported_tally'`,
    );
    expect(audit).toEqual([{ role: 'MINISTRY', action: 'INSERT', row_count: 1 }]);
  });

  it('cost one statement for all provinces, and one more for each series that is compared', async () => {
    await send(table({ id: 'X1' }, { id: 'X2', province_code: '01', unit_code: '01' }, { id: 'X3', indicator: 'NTM' }));
    system.takeStatements();
    const { data } = await system.ask(
      'query @asOf(map: "2025-06-30") { country { provinces { reportedTallies { reconciliation { outcome } } } } }',
    );
    expect(
      data.country.provinces.filter((one: { reportedTallies: [] }) => one.reportedTallies.length > 0),
    ).toHaveLength(2);
    const statements = system.takeStatements();
    expect(statements.filter((sql) => sql.includes('reported_tally'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes('grouped_tally'))).toHaveLength(1);
  });
});

describe('plans beside results', () => {
  const PLANS = `query Plans($code: String!, $indicator: ID!) @asOf(map: "2025-06-30") { province(code: $code) {
    planResults(indicator: $indicator) { year plan basis planSource result resultOrigin resultUnknown difference sentence } } }`;
  const plansOf = async (code: string, indicator: string) => {
    const { data, errors } = await system.ask(PLANS, { code, indicator });
    expect(errors).toBeUndefined();
    return data.province.planResults;
  };
  beforeEach(async () => {
    system = await startTestSystem('real');
  }, 60_000);

  it('tell by year what was planned and what was reached, and never show a plan as a result', async () => {
    const row = { indicator: 'I19_2', total: '' };
    await recordCommunes(system, { code: '19', year: 2024, met: 110, notMet: 5 });
    await send(
      table(
        { ...row, id: 'X1', kind: 'PLAN', met: '112', as_of: '2024-12-31' },
        { ...row, id: 'X2', kind: 'PLAN', met: '100', as_of: '2023-12-31' },
        { ...row, id: 'X3', kind: 'PLAN', met: '90', as_of: '2022-12-31' },
        { ...row, id: 'X4', met: '101', as_of: '2023-12-31' },
      ),
    );
    const reached = await plansOf('19', 'ntm-2021-2025/19.2');
    expect(reached).toMatchObject([
      { year: 2022, plan: 90, basis: 'REPORTED', result: null, resultOrigin: null, difference: null },
      { year: 2023, plan: 100, result: 101, resultOrigin: 'PUBLISHED', resultUnknown: null, difference: 1 },
      { year: 2024, plan: 112, result: 110, resultOrigin: 'RECORDED', difference: -2 },
    ]);
    expect(reached[1].sentence).toBe('Kế hoạch năm 2023: 100 xã; thực hiện: 101 xã, vượt 1.');
  });

  it('are interim targets of the unit itself as well, in units', async () => {
    const found = await plansOf('84', 'ntm-advanced-2021-2025/19.2');
    expect(found).toMatchObject([
      { year: 2022, plan: 37, basis: 'TARGET', result: null, planSource: expect.stringContaining('85/KH-UBND') },
      { year: 2023, plan: 43, basis: 'TARGET', sentence: 'Kế hoạch năm 2023: 43 xã; chưa có kết quả thực hiện.' },
    ]);
    expect(await plansOf('19', 'ntm-advanced-2021-2025/19.2')).toEqual([]);
  });

  it('of an indicator that nobody defines are refused', async () => {
    const { errors } = await system.ask(PLANS, { code: '19', indicator: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('INDICATOR_NOT_FOUND');
  });
});

describe('reported tallies in a demonstration', () => {
  beforeEach(async () => {
    system = await startTestSystem('demo');
  }, 60_000);

  it('stay published, and are never compared with what is made up', async () => {
    await send(table({ met: '118' }, { id: 'X2', met: '69', total: '70' }));
    const found = await talliesOf('19');
    expect(found).toEqual([
      expect.objectContaining({
        origin: 'PUBLISHED',
        reconciliation: expect.objectContaining({ outcome: 'DEMONSTRATION', recordedMet: null, recordedTotal: null }),
      }),
      expect.objectContaining({ reconciliation: expect.objectContaining({ outcome: 'DEMONSTRATION' }) }),
    ]);
  });

  (hasPublishedFigures ? it : it.skip)('of the published figures reproduce, row by row', async () => {
    expect((await send(readPublishedFigures())).body).toMatchObject({
      status: 'APPLIED',
      report: { counts: { added: 26 } },
    });
    expect((await send(readPublishedFigures())).body).toMatchObject({ status: 'UNCHANGED' });
    const { data, errors } = await system.ask(
      `query($kind: ReportedKind, $indicator: ID) @asOf(map: "2022-12-31") { country { ${FIELDS} provinces { ${FIELDS} } } }`,
    );
    expect(errors).toBeUndefined();
    const found = [data.country, ...data.country.provinces].flatMap(({ reportedTallies }) => reportedTallies);
    const flagsOf = Object.fromEntries(found.map(({ reference, flags }) => [reference, flags]));
    const withFlag = (flag: string) =>
      Object.keys(flagsOf)
        .filter((reference) => flagsOf[reference].includes(flag))
        .sort();
    expect(withFlag('PRINTED_PERCENT_DIFFERS')).toEqual(['N8']);
    expect(withFlag('PRINTED_ATTAINMENT_DIFFERS')).toEqual([]);
    expect(withFlag('PARTS_DIFFER')).toEqual(['W15']);
    expect(withFlag('PLAN')).toEqual(['P14', 'P15', 'P16']);
    expect(withFlag('TOTAL_IS_QUOTA')).toEqual(['N16', 'W10']);
    // 116 communes of An Giang and 119 are not the same map
    expect(withFlag('MAP_NOT_LOADED')).toEqual(['A1', 'A2', 'P1', 'P2', 'P6']);
    const tallyOf = (asked: string) => found.find(({ reference }) => reference === asked);
    expect(tallyOf('A1')).toMatchObject({ computedPercent: '98.57', reconciliation: { outcome: 'MAP_NOT_LOADED' } });
    expect(tallyOf('P6')).toMatchObject({ computedPercent: '98.28', reaches: false });
    expect(tallyOf('P7')).toMatchObject({ computedPercent: '100', reaches: true });
    expect(tallyOf('P14')).toMatchObject({ reaches: null, reconciliation: { outcome: 'PLAN' } });
    expect(tallyOf('N1')).toMatchObject({
      indicator: { title: 'Xã đạt chuẩn nông thôn mới', isCountedOnly: true },
      reconciliation: { outcome: 'DIFFERENT_INDICATOR' },
    });
  });
});
