// npm run mutation [-- FILE… --incremental]: mutates the attainment formulas, or the files of theirs that are named, and
// fails below 90 %. What begins with -- is handed on to Stryker.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FORMULAS = 'gateway/src/attainment';
const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const stryker = `${here}node_modules/@stryker-mutator/core/bin/stryker.js`;

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function pathOf(file) {
  return file.startsWith(FORMULAS) ? file : `${FORMULAS}/${file}`;
}

// a package of its own: 168 packages that nothing else of the project needs
if (!existsSync(stryker)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('--')).map(pathOf);
const options = words.filter((word) => word.startsWith('--'));
if (files.length > 0) options.push('--mutate', files.join(','));
run(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.json', ...options], root);
