import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from './program.mjs';

const PROGRAM = fileURLToPath(new URL('bare-server.mjs', import.meta.url));

/** `node:http` that sends bytes made before, as ours answered them: nothing on this machine answers with less work. */
export const bare = {
  name: 'bare',
  title: 'bare http, finished bytes',
  withoutDatabase: true,
  mayAnswerUnasked: true,
  async start({ node, answers }) {
    const file = join(tmpdir(), `tieuchi-bench-answers-${process.pid}.json`);
    writeFileSync(file, JSON.stringify([...answers.values()]));
    const started = await startProgram({
      node,
      args: [PROGRAM, file],
      environment: {},
      address: /(http:\S+)/,
    });
    rmSync(file);
    const places = new Map([...answers.keys()].map((key, place) => [key, place]));
    return {
      pids: [started.pid],
      requestOf: (operation) => ({ url: `${started.url}/${places.get(JSON.stringify(operation))}`, body: '{}' }),
      stop: started.stop,
    };
  },
};
