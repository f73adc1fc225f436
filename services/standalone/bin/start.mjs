// `npm start`: transpiles what changed, then starts. Committed JavaScript, so that it runs in a fresh clone.
import { createRequire } from 'node:module';
import { transpile } from '../../../transpile.mjs';

transpile();
createRequire(import.meta.url)('../dist/main.js');
