import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A house with the same packages and one planted import. */
function checkWith(file: string, source: string) {
  const house = mkdtempSync(join(tmpdir(), 'tieuchi-boundaries-'));
  try {
    for (const entry of ['package.json', 'tests/boundaries'])
      cpSync(join(ROOT, entry), join(house, entry), { recursive: true });
    const { workspaces } = JSON.parse(execFileSync('cat', [join(ROOT, 'package.json')], { encoding: 'utf8' })) as {
      workspaces: string[];
    };
    for (const folder of workspaces) cpSync(join(ROOT, folder, 'package.json'), join(house, folder, 'package.json'));
    mkdirSync(join(house, file, '..'), { recursive: true });
    writeFileSync(join(house, file), source);
    return spawnSync(process.execPath, ['tests/boundaries/check.mjs'], { cwd: house, encoding: 'utf8' });
  } finally {
    rmSync(house, { recursive: true });
  }
}

describe('the boundaries of the house', () => {
  it('hold', () => {
    expect(spawnSync(process.execPath, ['tests/boundaries/check.mjs'], { cwd: ROOT, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.each([
    ['services/geography/src/a.ts', "import { x } from '@tieuchi/model-ward';"],
    ['services/model-ward/src/a/b.ts', "import { x } from '../../../rural-security/src/index';"],
    ['services/subgraph-kit/src/a.ts', "export { x } from '@tieuchi/geography';"],
    ['gateway/src/a.ts', "const { x } = require('@tieuchi/geography');"],
    ['clients/cli/src/a.ts', "import type { X } from '@tieuchi/rural-security';"],
    ['schema/src/a.ts', "import '@tieuchi/gateway';"],
  ])('are seen to be crossed by %s', (file, source) => {
    const { status, stderr } = checkWith(file, `\n${source}\n`);
    expect(status).toBe(1);
    expect(stderr).toContain(`${file}:2`);
  });

  it('let a service use the kit', () => {
    expect(checkWith('services/geography/src/a.ts', "import { x } from '@tieuchi/subgraph-kit';").status).toBe(0);
  });
});
