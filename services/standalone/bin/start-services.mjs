// `npm run start:services`: the three services and the gateway as processes of their own, over HTTP.
import { createRequire } from 'node:module';
import { transpile } from '../../../transpile.mjs';

transpile();
createRequire(import.meta.url)('../dist/main-services.js');
