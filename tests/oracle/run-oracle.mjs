// npm run oracle [-- HISTORIES [SEED]]: many more histories than a test run plays, 5,000 unless said otherwise.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [histories = '5000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const jest = [
  'node_modules/jest/bin/jest.js',
  'tests/services/tally-oracle.test.ts',
  '--testNamePattern',
  'equal plain SQL',
];
const { status } = spawnSync(process.execPath, jest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TIEUCHI_ORACLE_HISTORIES: histories, TIEUCHI_ORACLE_SEED: seed },
});
process.exitCode = status ?? 1;
