import { environmentOf, READY } from './bench-database.mjs';
import { graphRequest } from './graph-request.mjs';
import { startProgram, untilReady } from './program.mjs';

const SETTING = 'ANSWER_CACHE_MB';

/** The product in one process, its answer cache at its default. */
export const cached = {
  name: 'ours-cached',
  title: 'ours, standalone, cached',
  isCached: true,
  mayAnswerUnasked: true,
  start: (bench) => startOurs(bench, 'start.mjs', {}),
};

/** The product in one process, every answer made anew. */
export const standalone = {
  name: 'ours',
  title: 'ours, standalone, uncached',
  start: (bench) => startOurs(bench, 'start.mjs', { [SETTING]: '0' }),
};

/** The same, all clients asking one question: equal questions in flight share an answer. It flatters, and is told apart. */
export const shared = {
  ...standalone,
  name: 'ours-shared',
  title: 'ours, uncached, one question',
  sharesFlights: true,
  mayAnswerUnasked: true,
};

/** Three services and the gateway, talking over HTTP, every answer made anew. */
export const services = {
  name: 'ours-http',
  title: 'ours, over HTTP, uncached',
  start: (bench) => startOurs(bench, 'start-services.mjs', { [SETTING]: '0' }),
};

async function startOurs({ database, node }, program, settings) {
  const started = await startProgram({
    node,
    args: [`services/standalone/bin/${program}`],
    environment: { ...environmentOf(database), ...settings },
    address: READY,
  });
  await untilReady(started.url);
  return {
    pids: [started.pid],
    requestOf: (operation) => ({ url: `${started.url}/graphql`, ...graphRequest(operation) }),
    stop: started.stop,
  };
}
