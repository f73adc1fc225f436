import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { treeOf } from '../../support/memory.mjs';
import { environmentOf, READY } from './bench-database.mjs';
import { internalToken } from './internal-token.mjs';
import { startProgram, untilReady } from './program.mjs';

const require = createRequire(import.meta.url);
const ATTAINMENT = fileURLToPath(new URL('attainment-server.mjs', import.meta.url));
const ADDRESS = /(http:\S+)/;
const SERVICES = ['geography', 'rural-security', 'model-ward'];

/**
 * Our subgraphs for a gateway of somebody else: the three services as `npm run start:services` runs them, and attainment.
 * Our own gateway runs with them, is asked nothing, and is not counted.
 * @returns `urls` of `/graphql` by subgraph, the supergraph with these, and `tokenOf(operation)`
 */
export async function startOurServices({ database, node }) {
  const services = await startProgram({
    node,
    args: ['services/standalone/bin/start-services.mjs'],
    environment: environmentOf(database),
    address: READY,
  });
  await untilReady(services.url);
  const attainment = await startProgram({
    node,
    args: [ATTAINMENT],
    environment: { INTERNAL_KEY: database.internalKey },
    address: ADDRESS,
  });
  const urls = { ...addressesIn(services.output), attainment: `${attainment.url}/graphql` };
  return {
    urls,
    supergraph: supergraphOver(urls),
    tokenOf: tokensOf(database.internalKey),
    pids: [services.pid, attainment.pid],
    without: treeOf(services.pid).filter(isOurGateway),
    async stop() {
      await attainment.stop();
      await services.stop();
    },
  };
}

function addressesIn(output) {
  return Object.fromEntries(
    SERVICES.map((name) => {
      const url = new RegExp(`^${name} +(http:\\S+)$`, 'm').exec(output)?.[1];
      if (!url) throw new Error(`the start did not say where ${name} is: ${output}`);
      return [name, `${url}/graphql`];
    }),
  );
}

/** What our gateway reads, with addresses in place of the ones that lead nowhere. */
function supergraphOver(urls) {
  const { readSupergraph } = require('@tieuchi/schema');
  return Object.entries(urls).reduce(
    (sdl, [name, url]) => sdl.replace(`http://${name}.invalid`, url),
    readSupergraph(),
  );
}

/** The days that our gateway would read from the operation: `@asOf(map:)` of its document, today without. */
function tokensOf(internalKey) {
  const { dayInVietnam } = require('@tieuchi/subgraph-kit');
  const tokens = new Map();
  return (document) => {
    const map = /@asOf\(map: "([\d-]+)"\)/.exec(document)?.[1] ?? dayInVietnam(new Date());
    if (!tokens.has(map)) tokens.set(map, internalToken(internalKey, map));
    return tokens.get(map);
  };
}

function isOurGateway(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('/gateway/dist/main');
}
