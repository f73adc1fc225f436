// The gateway's own subgraph at an internal address, for gateways of others: ours has it in its process.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createAttainmentSubgraph } = require('@tieuchi/gateway');
const { createLogger, serve } = require('@tieuchi/subgraph-kit');

const { url } = await serve(createAttainmentSubgraph(), {
  host: '127.0.0.1',
  port: 0,
  internalKey: process.env.INTERNAL_KEY,
  logger: createLogger('attainment', 'warn'),
});
console.log(url);
