import { execFile } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv2020 from 'ajv/dist/2020';
import { REPORT_SCHEMA_FILE, reportSchema } from '../../clients/cli/src/quota/report-schema';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { type Outcome, runTieuchi } from './run-tieuchi';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

const check = (...options: string[]): Promise<Outcome> =>
  runTieuchi(['quota', 'check', '--rule', 'mps-2022-11', ...options], { TIEUCHI_URL: system.url });

const root = join(__dirname, '../..');

it('npm links the command in a fresh clone: its file is in git and is the one that the link leads to', () => {
  const link = realpathSync(join(root, 'node_modules/.bin/tieuchi'));
  expect(link).toBe(realpathSync(join(root, 'clients/cli/bin/tieuchi.mjs')));
});

describe('tieuchi quota check', () => {
  it('ends with 0 and one line where every unit has what it needs', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out[0]).toMatch(/^\[MÔ PHỎNG\] .*63\/63 địa phương đủ chỉ tiêu\.$/);
    expect(out[2]).toMatch(/^01 {2}Hà Nội +15 +3 +0 {2}Đủ$/);
    expect(out.at(-1)).toBe('ĐỦ: 63/63 địa phương');
    expect(await check('--quiet')).toMatchObject({ code: 0, out: ['[MÔ PHỎNG] ĐỦ: 63/63 địa phương'] });
  });

  it('prints JSON as its published schema says, with the second reading where a map is asked', async () => {
    expect(JSON.parse(readFileSync(REPORT_SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(reportSchema()));
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(REPORT_SCHEMA_FILE, 'utf8')));
    for (const options of [[], ['--as-of', '2025-07-01'], ['--known-on', '2023-01-31']]) {
      const { out } = await check('--format', 'json', ...options);
      const report = JSON.parse(out.join('\n'));
      expect(validate(report) ? [] : validate.errors).toEqual([]);
      expect(report.required).toBe(73);
      expect(report.carried?.standings.length ?? null).toBe(options[0] === '--as-of' ? 34 : null);
    }
    expect(validate({ outcome: 'FULFILLED' })).toBe(false);
  });

  it('ends as it would where its reader closes early', async () => {
    const script = `node clients/cli/bin/tieuchi.mjs quota check --rule mps-2022-11 --format junit | head -1; echo \${PIPESTATUS[0]}`;
    const env = { ...process.env, TIEUCHI_URL: system.url };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: root, env });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').at(-1)).toBe('0');
  });

  it('colours only for a terminal, or where it is told to', async () => {
    const begin = String.fromCharCode(27);
    expect((await check('--quiet')).out[0]).not.toContain(begin);
    const options = ['quota', 'check', '--rule', 'mps-2022-11', '--quiet'];
    const forced = await runTieuchi(options, { TIEUCHI_URL: system.url, FORCE_COLOR: '1' });
    expect(forced.out[0]).toContain('ĐỦ');
    const table = await runTieuchi(options.slice(0, -1), { TIEUCHI_URL: system.url, FORCE_COLOR: '1' });
    expect(table.out.at(-1)).toContain(`${begin}[32mĐỦ`);
    const both = await runTieuchi(options.slice(0, -1), { TIEUCHI_URL: system.url, FORCE_COLOR: '1', NO_COLOR: '1' });
    expect(both.out.at(-1)).not.toContain(begin);
  });

  it.each([
    ['an unknown rule', ['--rule', 'no-such-rule'], /^KHÔNG TRẢ LỜI ĐƯỢC: .*no-such-rule.*mps-2022-11.*\n$/],
    ['a day after today', ['--known-on', '2999-01-01'], /^KHÔNG TRẢ LỜI ĐƯỢC: .*2999-01-01.*\n$/],
    ['no day', ['--known-on', '2023-02-29'], /YYYY-MM-DD/],
    ['no format', ['--format', 'xml'], /table, json, csv, junit, github/],
    ['a refused token', ['--token', 'x.y.z'], /^KHÔNG TRẢ LỜI ĐƯỢC: máy chủ không cho phép: .*--token\n$/],
    [
      'a server that does not listen',
      ['--url', 'http://127.0.0.1:1'],
      /^KHÔNG TRẢ LỜI ĐƯỢC: .*127\.0\.0\.1:1.*--url\n$/,
    ],
    ['no address', ['--url', 'localhost'], /^KHÔNG TRẢ LỜI ĐƯỢC: .*localhost is no address.*\n$/],
  ])('ends with 2 and says in one line what to do about %s', async (_what, options, said) => {
    const { code, out, err } = await check(...options);
    expect({ code, out }).toEqual({ code: 2, out: [''] });
    expect(err).toMatch(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('ends with 1 and names the unit, what it has and needs, once a ward of Đà Nẵng is gone', async () => {
    await system.database.query(
      `set search_path = model_ward, public;
       update model_ward.pilot_ward set recorded_to = clock_timestamp() where id = (
         select w.id from model_ward.pilot_ward w
         join model_ward.register_unit_version v on v.unit_id = w.ward_id and v.valid @> date '2022-12-31'
         join geography.unit p on p.id = v.province_id
         where w.recorded_to is null and p.code = '48' limit 1)`,
    );
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out.filter((line) => line.endsWith('Thiếu'))).toEqual([
      expect.stringMatching(/^48 {2}Đà Nẵng +2 +3 +1 {2}Thiếu$/),
    ]);
    expect(out.at(-1)).toBe('THIẾU: 1 địa phương, 1 Công an phường');
    expect(await check('--fail-on', 'short', '-q')).toMatchObject({ code: 1 });
    expect((await check('--format', 'junit')).out.join('')).toMatch(/failures="1".*<failure message="\[MÔ PHỎNG\] /);
    const annotations = (await check('--format', 'github')).out;
    expect(annotations.filter((line) => !line.includes('[MÔ PHỎNG]'))).toEqual([]);
  });
});
