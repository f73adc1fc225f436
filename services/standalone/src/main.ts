import { startTracing } from '@tieuchi/subgraph-kit';
import { runProgram, type StartOptions } from './run-program';
import { startStandalone } from './standalone';
import { releaseStartMemory } from './start-memory';

runProgram(startTraced, ({ metricsUrl, graphiqlUrl }) => {
  releaseStartMemory();
  if (graphiqlUrl !== null) console.log(`GraphiQL: ${graphiqlUrl}`);
  if (metricsUrl !== null) console.log(`metrics ${metricsUrl}/metrics`);
});

function startTraced(options: StartOptions) {
  startTracing('standalone', options.tracing);
  return startStandalone(options);
}
