// `npm run drill`: saves the database, restores it beside itself and compares. Committed JavaScript, as the other starts.
import { createRequire } from 'node:module';
import { transpile } from '../../../transpile.mjs';

transpile();
createRequire(import.meta.url)('../dist/main-drill.js');
