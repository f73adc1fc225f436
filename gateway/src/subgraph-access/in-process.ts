import { createAnswer, type Logger, type Subgraph } from '@tieuchi/subgraph-kit';
import type { SubgraphAccess } from './subgraph-access';

/** A subgraph in this process: the same schema and context as over HTTP, without the network and the token. */
export function accessInProcess(subgraph: Subgraph, logger: Logger): SubgraphAccess {
  const run = createAnswer(subgraph, logger);
  const { dataVersion } = subgraph;
  return {
    name: subgraph.name,
    run,
    readiness: () => subgraph.readiness(),
    watchVersion: dataVersion && ((listener) => dataVersion.watch(listener)),
    fetchInternal: async (path, reading) => (await subgraph.internalRoute?.(path, undefined, reading)) ?? null,
    sendInternal: async (path, upload) => (await subgraph.internalRoute?.(path, upload)) ?? null,
  };
}
