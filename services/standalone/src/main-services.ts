import { runProgram } from './run-program';
import { startServices } from './services';

runProgram(startServices, ({ processes }) => {
  for (const { name, url, ended } of processes.values()) {
    console.log(`${name.padEnd(16)} ${url}`);
    void ended.then(() => console.error(`tieuchi: ${name} ended; the others go on without it`));
  }
});
