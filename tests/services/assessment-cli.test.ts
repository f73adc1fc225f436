import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Role } from '@tieuchi/subgraph-kit';
import { run } from '../../clients/cli/src/program';
import { SwapBarrier } from '../faults/swap-barrier';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { type Commune, csvOf, DAY, findCommunes, formRow, INDICATOR } from './assessment-files.fixture';

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
    expect(preview.output).toContain(`row 2: ${code} ${name} UNKNOWN → MET (self-assessed)\n`);
    expect(preview.output).toContain('Dry run: nothing was changed.');
    const applied = await tieuchi('import', 'assessments', path, ...OF, '--format', 'json');
    expect(JSON.parse(applied.output)).toMatchObject({ status: 'APPLIED', origin: 'RECORDED', report: { taken: 1 } });
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
