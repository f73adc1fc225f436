// Who may import whom: see README.md. Fails with each import that crosses a boundary, by file and line.
import { fileURLToPath } from 'node:url';
import { findViolations } from './find-violations.mjs';

const violations = findViolations(fileURLToPath(new URL('../..', import.meta.url)));
for (const { file, line, imported, rule } of violations) console.error(`${file}:${line} imports ${imported}: ${rule}`);
if (violations.length > 0) process.exit(1);
console.log('boundaries hold');
