import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Role, UPLOAD_LIMIT_BYTES } from '@tieuchi/subgraph-kit';
import { run } from '../../clients/cli/src/program';
import { FILE_LIMIT_BYTES } from '../../clients/cli/src/send-import';
import { SwapBarrier } from '../faults/swap-barrier';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { type Commune, csvOf, DAY, findCommunes, formRow, INDICATOR, type RowOf } from './assessment-files.fixture';

const OF = ['--indicator', INDICATOR, '--year', '2025'];

let system: TestSystem;
let officer: Officer;
let communes: Commune[];
let folder: string;

beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope });
  communes = await findCommunes(system, '19');
  folder = mkdtempSync(join(tmpdir(), 'tieuchi-form-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await system.stop();
});

async function tieuchi(...args: string[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const environment = { TIEUCHI_URL: system.url, TIEUCHI_TOKEN: officer.token };
  const exitCode = await run(['node', 'tieuchi', ...args], environment, output, errors);
  output.end();
  errors.end();
  return { exitCode, output: await text(output), errors: await text(errors) };
}

function fileOf(name: string, rows: string[][]): string {
  const path = join(folder, name);
  writeFileSync(path, csvOf(rows));
  return path;
}

describe('tieuchi import assessments', () => {
  it('says each fault with its place and exits with 1', async () => {
    const path = fileOf('faulty.csv', [formRow(communes[0] as Commune, { code: '99999' })]);
    const { exitCode, output } = await tieuchi('import', 'assessments', path, ...OF);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^row 2, Mã: UNIT_NOT_FOUND – No unit/);
    expect(output).toContain('Refused: nothing was changed.');
  });

  it('says which verdicts would flip and changes nothing, and then changes it', async () => {
    const path = fileOf('one.csv', [formRow(communes[0] as Commune)]);
    const preview = await tieuchi('import', 'assessments', path, ...OF, '--dry-run');
    expect(preview).toMatchObject({ exitCode: 0, errors: '' });
    const { code, name } = communes[0] as Commune;
    expect(preview.output).toContain(`row 2: ${code} ${name} would go UNKNOWN → MET (self-assessed)\n`);
    expect(preview.output).toContain('rows: 1, would be taken: 1, unchanged: 0, faults: 0');
    expect(preview.output).toContain('Dry run: nothing was changed.');
    const applied = await tieuchi('import', 'assessments', path, ...OF, '--format', 'json');
    expect(JSON.parse(applied.output)).toMatchObject({ status: 'APPLIED', origin: 'RECORDED', report: { taken: 1 } });
  });

  it('says of a refused file what would have been, and no row of it as taken', async () => {
    const rows = [formRow(communes[5] as Commune), formRow(communes[6] as Commune, { by: '' })];
    const { output } = await tieuchi('import', 'assessments', fileOf('half.csv', rows), ...OF);
    expect(output).toContain('would go UNKNOWN → MET');
    expect(output).toContain('rows: 2, would be taken: 1, unchanged: 0, faults: 1\nRefused');
    expect(output).not.toMatch(/[^e] taken: [1-9]/);
  });

  it('says what a file takes away, with the contents and what stood', async () => {
    const commune = communes[7] as Commune;
    const draft = (more: RowOf) =>
      fileOf('draft.csv', [formRow(commune, { contents: 'ĐĐĐĐĐĐĐC', result: 'C', ...more })]);
    await tieuchi('import', 'assessments', draft({ reason: 'chưa có mô hình' }), ...OF, '--step', 'SAVE');
    const { output } = await tieuchi('import', 'assessments', draft({ reason: '' }), ...OF, '--step', 'SAVE');
    expect(output).toContain(`row 2: ${commune.code} ${commune.name} loses the reason of ND8: chưa có mô hình\n`);
    expect(output).toContain('rows: 1, taken: 1, unchanged: 0, reasons and papers lost: 1, faults: 0\nApplied.');
    // a draft that is left would be submitted by the next form of the province
    await tieuchi('import', 'assessments', draft({ reason: 'chưa có mô hình' }), ...OF);
  });

  it('says the limit of a file that the server does not take, in megabytes', async () => {
    expect(FILE_LIMIT_BYTES).toBe(UPLOAD_LIMIT_BYTES);
    const path = join(folder, 'large.csv');
    writeFileSync(path, Buffer.alloc(60_000_000, 0x20));
    const { exitCode, errors } = await tieuchi('import', 'assessments', path, ...OF);
    expect({ exitCode, errors }).toEqual({
      exitCode: 2,
      errors: 'tieuchi: large.csv has 60.0 MB; a file of at most 20.0 MB is taken: send it in parts\n',
    });
  });

  it('shows how far it is while it waits', async () => {
    const rows = communes.slice(1, 4).map((commune) => formRow(commune));
    const path = fileOf('slow.csv', rows);
    const lock = `select from rural_security.security_tally where unit_id = 'VN' and year = 2025 for update`;
    const barrier = await SwapBarrier.raise(system.database, lock);
    const imported = tieuchi('import', 'assessments', path, ...OF);
    await barrier.stoppedSwap();
    // longer than it takes to look once
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await barrier.lift();
    expect(await imported).toMatchObject({ exitCode: 0, errors: '0 of 4 rows\n' });
  });
});

describe('tieuchi form', () => {
  it('writes the form, which comes back in as it is without a change', async () => {
    const path = join(folder, 'bieu.xlsx');
    expect(await tieuchi('form', '19', ...OF, '--out', path)).toMatchObject({ exitCode: 0, output: `${path}\n` });
    const { exitCode, output } = await tieuchi('import', 'assessments', path, ...OF);
    expect(exitCode).toBe(0);
    expect(output).toContain('Nothing to change');
  });

  it('says what is wrong in one line', async () => {
    const answer = await tieuchi('form', '77777', ...OF);
    expect(answer).toMatchObject({ exitCode: 2, output: '' });
    expect(answer.errors).toMatch(/^tieuchi: No unit has the code "77777"[^\n]*\n$/);
  });
});
