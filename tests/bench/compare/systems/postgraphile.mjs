import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphRequest } from './graph-request.mjs';
import { missingPeers } from './other-gateways.mjs';
import { majorOf, startProgram } from './program.mjs';

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
const VIEWS = readFileSync(pathOf('peer-views.sql'), 'utf8');
/** PostGraphile 5 runs on nothing older. */
const OLDEST_NODE = 22;
const NEWER_NODE = pathOf(`../node_modules/node-${process.platform}-${process.arch}/bin/node`);

/** PostGraphile on the product's tables, without its roles and row security: as superuser, which spares it both. */
export const postgraphile = {
  name: 'postgraphile',
  title: 'PostGraphile 5 on the same tables',
  form: 'postgraphile',
  missing() {
    if (missingPeers()) return missingPeers();
    return existsSync(NEWER_NODE) ? null : `it needs Node ${OLDEST_NODE}, and there is no ${NEWER_NODE}`;
  },
  async start({ database, node }) {
    await database.client.query(`drop schema if exists bench_peer cascade; ${VIEWS}`);
    const started = await startProgram({
      node: majorOf(node) >= OLDEST_NODE ? node : NEWER_NODE,
      args: [pathOf('postgraphile-server.mjs')],
      environment: { DATABASE_URL: database.url, GRAPHILE_ENV: 'production' },
      address: /(http:\S+)/,
    });
    return {
      pids: [started.pid],
      requestOf: (operation) => ({ url: `${started.url}/graphql`, ...graphRequest(operation, 'postgraphile') }),
      stop: started.stop,
    };
  },
};
