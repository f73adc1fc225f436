import { onTermination, startLine } from '@tieuchi/subgraph-kit';
import { goOnWithoutReaders } from './closed-output';
import { HELP, readCommandLine } from './command-line';
import { watchParent } from './parent-watch';
import { startServices } from './services';
import { readStartEnvironment } from './start-environment';

async function main(): Promise<void> {
  goOnWithoutReaders();
  const { demonstration, help } = readCommandLine(process.argv.slice(2));
  if (help) return console.log(HELP);
  const parent = watchParent();
  const services = await startServices({
    ...readStartEnvironment(process.env),
    demonstration,
    onProgress: (message) => console.log(`… ${message}`),
  });
  parent.onGone(
    onTermination(() => {
      parent.forget(); // npm's end after ours began is no second request to end
      return services.stop();
    }),
  );
  for (const { name, url, ended } of services.processes.values()) {
    console.log(`${name.padEnd(16)} ${url}`);
    void ended.then(() => console.error(`tieuchi: ${name} ended; the others go on without it`));
  }
  for (const [role, token] of services.tokens) console.log(`token ${role.padEnd(16)} ${token}`);
  console.log(`Tiêu chí is ready: ${services.url}/graphql`);
}

main().catch((error: unknown) => {
  console.error(`tieuchi: ${startLine(error)}`);
  process.exit(1);
});
