import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '../..');
const COMPARE = pathToFileURL(join(__dirname, 'compare')).href;
const PARTS = `import { byCode, READERS } from '${COMPARE}/equality/common-form.mjs';
import { checkAnswers } from '${COMPARE}/equality/check-answers.mjs';
import { differenceOf } from '${COMPARE}/equality/difference.mjs';
import { drive } from '${COMPARE}/load/load.mjs';
import { costsOf } from '${COMPARE}/measure/system-cost.mjs';
import { checkAsked } from '${COMPARE}/measure/rounds.mjs';
import { judgeAims } from '${COMPARE}/report/aims.mjs';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
const listen = (answer) => new Promise((resolve) => {
  const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(\`http://127.0.0.1:\${server.address().port}/\`));
});
const print = (value) => { console.log(JSON.stringify(value ?? null)); process.exit(0); };`;

interface Measures {
  readonly requests: number;
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
  readonly statements: number;
  readonly bytes: number;
  readonly pssMb: number | null;
}

interface Result {
  readonly rounds: readonly Record<string, Record<string, Measures>>[];
}

function runNode(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT });
    const written = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      written.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      written.err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...written }));
  });
}

/** The bench's parts are ES modules, which no test file of ours can import: they run in a process of their own. */
async function evaluate(program: string): Promise<unknown> {
  const { code, out, err } = await runNode(['--input-type=module', '-e', `${PARTS}\n${program}`]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

const OVERVIEW = `{ met: 118, notMet: 3, unknown: 0, total: 121 }`;
const OURS = `{ data: { country: { attainment: ${OVERVIEW}, provinces: [
  { code: '19', attainment: ${OVERVIEW}, modelWardQuota: { required: 1, held: 2 } } ] } } }`;

describe('the comparison bench', () => {
  it('measures ours, one statement of a hand-written server and a bare one where no peer is installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-smoke-'));
    try {
      const json = join(folder, 'result.json');
      const terms = ['--rounds', '1', '--seconds', '0.5', '--warm', '4', '--connections', '2', '--mix', '6'];
      const systems = ['--only', 'ours,hand-written,bare'];
      const { code, out, err } = await runNode([
        'tests/bench/bench.mjs',
        'compare',
        ...terms,
        ...systems,
        '--json',
        json,
      ]);
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^national-overview$.*^ours, standalone, uncached +\d.*^hand-written.*^bare http/ms);
      const [round] = (JSON.parse(readFileSync(json, 'utf8')) as Result).rounds;
      const operations = ['national-overview', 'province-detail', 'explain-attainment', 'quota-check', 'mix'];
      for (const system of ['ours', 'hand-written', 'bare']) {
        expect(Object.keys(round?.[system] ?? {})).toEqual(operations);
        for (const seen of Object.values(round?.[system] ?? {})) expect(seen.requests).toBeGreaterThan(0);
      }
      const overview = (system: string) => round?.[system]?.['national-overview'] as Measures;
      expect(overview('ours').cpuMs).toBeGreaterThan(overview('bare').cpuMs);
      expect(overview('ours').databaseCpuMs).toBeGreaterThan(0);
      expect(overview('hand-written').statements).toBeCloseTo(1, 0);
      expect(overview('bare')).toMatchObject({ statements: 0, databaseCpuMs: 0 });
      expect(overview('bare').bytes).toBeGreaterThan(10_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 420_000);

  it('says where two answers first differ', async () => {
    await expect(
      evaluate(`print([differenceOf({ a: [1, { b: null }] }, { a: [1, { b: null }] }),
        differenceOf({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }), differenceOf({ a: 1 }, {}), differenceOf({}, { a: 0 })]);`),
    ).resolves.toEqual([null, 'a.1.b: 2 here, 3 there', 'a: 1 here, nothing there', 'a: nothing here, 0 there']);
  });

  it('reads the same facts alike from the three shapes', async () => {
    await expect(
      evaluate(`const forms = [
        READERS.graph['national-overview'](${OURS}),
        READERS['hand-written']['national-overview']({ country: ${OVERVIEW}, provinces: [
          { code: '19', standing: ${OVERVIEW}, quota: { required: 1, held: 2 } }] }),
        READERS.postgraphile['national-overview']({ data: { country: ${OVERVIEW},
          allProvincesList: [{ code: '19', standingsList: [${OVERVIEW}] }],
          quotaStandingsList: [{ level: 'PROVINCE', code: '19', required: 1, held: 2 },
            { level: 'DISTRICT', code: '19', required: 9, held: 9 }] } })];
      print(forms);`),
    ).resolves.toEqual(Array(3).fill({ country: [118, 3, 0, 121], provinces: { 19: [118, 3, 0, 121, [1, 2]] } }));
  });

  it('refuses a unit that is answered twice', async () => {
    await expect(evaluate(`byCode([{ code: '19' }, { code: '19' }], () => 1);`)).rejects.toThrow(
      '19 is answered twice',
    );
  });

  it('ends with system, operation and number where a system answers otherwise', async () => {
    const program = (met: number) => `
      const operation = { name: 'national-overview', wording: 0, variables: {} };
      const theirs = JSON.stringify(${OURS}).replaceAll('"met":118', '"met":${met}');
      const url = await listen((request, response) => { request.resume(); response.end(theirs); });
      const running = { requestOf: () => ({ url, body: '{}' }) };
      const answers = new Map([[JSON.stringify(operation), JSON.stringify(${OURS})]]);
      await checkAnswers({ system: { name: 'other' }, running, operations: [operation], answers });
      print('equal');`;
    await expect(evaluate(program(118))).resolves.toBe('equal');
    await expect(evaluate(program(117))).rejects.toThrow(
      'other answers national-overview {} otherwise than ours: country.0: 117 here, 118 there',
    );
  });

  it('reads answers by their length and in chunks, however they come in pieces, and counts what is not 200', async () => {
    await expect(
      evaluate(`let asked = 0;
        const url = await listen((request, response) => {
          request.resume();
          asked += 1;
          if (asked % 2) { response.setHeader('content-length', 10); response.write('01234'); setTimeout(() => response.end('56789'), 2); }
          else { response.writeHead(asked === 4 ? 503 : 200); response.write('01234'); setTimeout(() => response.end('0\\r\\n\\r'), 2); }
        });
        const { times, refused } = await drive({ requests: [{ url, body: '{}' }], connections: 1, count: 6 });
        print({ times: times.length, refused, asked });`),
    ).resolves.toEqual({ times: 6, refused: 1, asked: 6 });
  });

  it('counts the processor time of a tree, without what is left out of it', async () => {
    const { all, rest } = (await evaluate(`
      const burn = "const end = process.cpuUsage().user + 400000; while (process.cpuUsage().user < end); setTimeout(() => {}, 60000)";
      const child = spawn(process.execPath, ['-e', burn]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const all = costsOf({ pids: [process.pid], databasePid: null }).cpu().ownMs;
      const rest = costsOf({ pids: [process.pid], without: [child.pid], databasePid: null }).cpu().ownMs;
      child.kill();
      print({ all, rest });`)) as { all: number; rest: number };
    expect(all - rest).toBeGreaterThanOrEqual(400);
  });

  it('does not take a cache that is on, or shared answers, for a system without them', async () => {
    const asked = (statements: number) =>
      `checkAsked({ name: 'ours' }, 'mix', { statements: ${statements}, statementsAlone: 10 })`;
    await expect(evaluate(`${asked(7)};`)).rejects.toThrow('7 statements for a request, alone with 10');
    await expect(
      evaluate(`${asked(9)};
        print(checkAsked({ name: 'bare', mayAnswerUnasked: true }, 'mix', { statements: 0, statementsAlone: 9 }));`),
    ).resolves.toBeNull();
  });

  it('holds the aims against the ratios within each round', async () => {
    const rounds = `[[2, 4], [1, 4], [9, 10]].map(([ours, hive]) => ({
      ours: { 'national-overview': { cpuMs: ours } }, hive: { 'national-overview': { cpuMs: hive } } }))`;
    await expect(evaluate(`print(judgeAims(${rounds}));`)).resolves.toMatchObject([
      { of: 'ours', to: 'hive', atMost: 0.25, ratio: { min: 0.25, median: 0.5, max: 0.9 }, isReached: false },
    ]);
  });
});
