import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { runTieuchi } from './run-tieuchi';

const folder = mkdtempSync(join(tmpdir(), 'tieuchi-report-'));
const file = join(folder, 'thai-nguyen.json');

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

const tieuchi = (...options: string[]) => runTieuchi(['report', ...options], { TIEUCHI_URL: system.url });
const verify = (path = file) => tieuchi('verify', path);
const read = () => JSON.parse(readFileSync(file, 'utf8'));
/** One result of the province, past all rules, as if it had been recorded at that instant. */
const falsify = (recordedFrom: string) =>
  system.database.query(`
    set search_path = rural_security, public; set session_replication_role = replica;
    update assessment a set verdict = 'NOT_MET', recorded_from = '${recordedFrom}'
    where a.id = (select a.id from assessment a join register_unit_version v on v.unit_id = a.unit_id
      join geography.unit p on p.id = v.province_id
      where p.code = '19' and a.year = 2025 and a.indicator_id = 'ntm-2021-2025/19.2' and a.verdict = 'MET'
        and a.recorded_to is null limit 1)`);

it('a report is of the last closed day, and the same question has the same answer', async () => {
  const made = await tieuchi('make', '19', '--out', file);
  expect(made).toMatchObject({ code: 0, err: '' });
  const { snapshot, data } = read();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  expect(snapshot).toMatchObject({ map: '2025-06-30', method: { id: 'attainment-linear' } });
  expect(snapshot.knownOn < today).toBe(true);
  expect(data.province.attainment.met).toBe(118);
  expect(await verify()).toMatchObject({ code: 0, out: [`The same: ${snapshot.id}`] });
});

it('another report is not written over it', async () => {
  expect(await tieuchi('make', '19', '--out', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is there already'),
  });
});

it('a changed file is told from a changed answer', async () => {
  const changed = join(folder, 'changed.json');
  const report = read();
  report.data.province.attainment.met = 121;
  writeFileSync(changed, JSON.stringify(report));
  const { code, out } = await verify(changed);
  expect(code).toBe(1);
  expect(out).toEqual([
    'province.attainment.met: the report says 121, the server 118',
    expect.stringMatching(/^Another report: .*the file was changed\.$/),
  ]);
});

it('no report is made of a day that is not over, and no other file is taken for one', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const other = join(folder, 'other.json');
  expect(await tieuchi('make', '19', '--out', other, '--known-on', today)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/that day is not over; the last closed one is \d{4}-\d{2}-\d{2}/),
  });
  writeFileSync(other, '{"format":"tieuchi/report/1"}');
  expect(await verify(other)).toMatchObject({ code: 2, err: expect.stringMatching(/no report: version/) });
  writeFileSync(other, 'x');
  expect(await verify(other)).toMatchObject({ code: 2, err: expect.stringContaining('no JSON') });
  expect(await verify(join(folder, 'nothing.json'))).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
});

it('what was known then and is another now is named, figure by figure', async () => {
  await falsify('2999-01-01T00:00:00+07:00');
  // it was known then, and now it is not: the row begins later
  const lacking = await verify();
  expect(lacking.code).toBe(1);
  expect(lacking.out).toContain('province.attainment.met: the report says 118, the server 117');
  expect(lacking.out.at(-1)).toMatch(/^Another answer: \d+ figures differ from those known by the end of /);
});

it('an answer says what it is and whether it can be had again; one with errors does not', async () => {
  const ask = async (text: string) => {
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return ((await response.json()) as { extensions?: { snapshot?: object } }).extensions?.snapshot;
  };
  expect(await ask('{ country { name } }')).toMatchObject({ provisional: true, knownOn: null, method: null });
  expect(await ask('query @asOf(knownOn: "2026-01-31") { country { name } }')).toMatchObject({ provisional: false });
  expect(await ask('{ province(code: "99") { name } }')).toBeUndefined();
});
