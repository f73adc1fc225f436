import { runProgram } from './run-program';
import { startStandalone } from './standalone';
import { releaseStartMemory } from './start-memory';

runProgram(startStandalone, ({ metricsUrl }) => {
  releaseStartMemory();
  if (metricsUrl !== null) console.log(`metrics ${metricsUrl}/metrics`);
});
