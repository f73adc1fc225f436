import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { graphRequest } from './graph-request.mjs';
import { startOurServices } from './our-services.mjs';
import { freePort, startProgram, untilAnswers } from './program.mjs';

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
const HIVE = pathOf('../node_modules/@graphql-hive/gateway/dist/bin.js');

/** Why what lies in this folder's `node_modules` cannot be used; null when it can. */
export function missingPeers() {
  return existsSync(HIVE) ? null : 'npm ci --prefix tests/bench/compare installs it';
}

export const apollo = {
  name: 'apollo',
  title: '@apollo/gateway over our services',
  missing: missingPeers,
  start: (bench) =>
    startGateway(bench, async ({ node, environment }) =>
      startProgram({ node, args: [pathOf('apollo-server.mjs')], environment, address: /(http:\S+)/ }),
    ),
};

export const hive = hiveWith('hive', 'Hive Gateway, no de-duplication', 'off');
export const hiveDeduplicating = hiveWith('hive-dedup', 'Hive Gateway, de-duplicating', 'on');

function hiveWith(name, title, deduplication) {
  return {
    name,
    title,
    mayAnswerUnasked: deduplication === 'on',
    sharesFlights: deduplication === 'on',
    missing: missingPeers,
    start: (bench) =>
      startGateway(bench, async ({ node, environment }) => {
        const port = await freePort();
        const started = await startProgram({
          node,
          args: [
            HIVE,
            'supergraph',
            '-c',
            pathOf('hive.config.mjs'),
            '--host',
            '127.0.0.1',
            '--port',
            `${port}`,
            '--fork',
            '1',
          ],
          environment: { ...environment, DEDUPLICATION: deduplication },
          address: new RegExp(`(http://127.0.0.1:${port})`),
        });
        await untilAnswers(`${started.url}/readiness`);
        return { ...started, path: '/graphql' };
      }),
  };
}

/** @param startOther starts the gateway over the supergraph that `environment.SUPERGRAPH` names */
async function startGateway(bench, startOther) {
  const services = await startOurServices(bench);
  const supergraph = join(tmpdir(), `tieuchi-bench-supergraph-${process.pid}.graphql`);
  try {
    writeFileSync(supergraph, services.supergraph);
    const other = await startOther({ node: bench.node, environment: { SUPERGRAPH: supergraph } });
    return {
      pids: [...services.pids, other.pid],
      without: services.without,
      requestOf(operation) {
        const { body } = graphRequest(operation);
        const authorization = `Bearer ${services.tokenOf(JSON.parse(body).query)}`;
        return { url: `${other.url}${other.path ?? '/'}`, body, headers: { authorization } };
      },
      async stop() {
        await other.stop();
        await services.stop();
      },
    };
  } catch (error) {
    await services.stop();
    throw error;
  } finally {
    rmSync(supergraph, { force: true });
  }
}
