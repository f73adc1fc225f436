#!/usr/bin/env node
// Committed JavaScript, so that npm links it in a fresh clone; it transpiles what changed.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { transpile } = await import('../../../transpile.mjs').catch(() => ({ transpile: () => {} }));
transpile();
// `tieuchi … | head` reads what it wants and closes: that is no failure
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await require('../dist/program.js').run(process.argv, process.env, process.stdout, process.stderr);
