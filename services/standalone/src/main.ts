import { runProgram } from './run-program';
import { startStandalone } from './standalone';
import { releaseStartMemory } from './start-memory';

runProgram(startStandalone, releaseStartMemory);
