import { onTermination, startLine } from '@tieuchi/subgraph-kit';
import { goOnWithoutReaders } from './closed-output';
import { HELP, readCommandLine } from './command-line';
import { watchParent } from './parent-watch';
import { startStandalone } from './standalone';
import { readStartEnvironment } from './start-environment';
import { releaseStartMemory } from './start-memory';

async function main(): Promise<void> {
  goOnWithoutReaders();
  const { demonstration, help } = readCommandLine(process.argv.slice(2));
  if (help) return console.log(HELP);
  const parent = watchParent();
  const began = Date.now();
  const standalone = await startStandalone({
    ...readStartEnvironment(process.env),
    demonstration,
    onProgress: (message) => console.log(`… ${message}`),
  });
  parent.onGone(
    onTermination(() => {
      parent.forget(); // npm's end after ours began is no second request to end
      return standalone.stop();
    }),
  );
  void standalone.crashed.then((lastWords) => {
    console.error(`tieuchi: PostgreSQL ended (${lastWords}) – start again; nothing that was acknowledged is lost`);
    process.exit(1);
  });
  if (standalone.demonstration) console.log('[MÔ PHỎNG] Số liệu mô phỏng – demonstration data, made by the software.');
  for (const [role, token] of standalone.tokens) console.log(`token ${role.padEnd(16)} ${token}`);
  console.log(`Tiêu chí is ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${standalone.url}/graphql`);
  releaseStartMemory();
}

main().catch((error: unknown) => {
  console.error(`tieuchi: ${startLine(error)}`);
  process.exit(1);
});
