import { fileURLToPath } from 'node:url';
import { startProgram } from './program.mjs';

const PROGRAM = fileURLToPath(new URL('hand-written-server.mjs', import.meta.url));

/** `pg` and JSON in one file: what somebody would write who needed these four answers and nothing else. */
export const handWritten = {
  name: 'hand-written',
  title: 'hand-written pg + JSON',
  form: 'hand-written',
  async start({ database, node }) {
    const started = await startProgram({
      node,
      args: [PROGRAM],
      environment: { DATABASE_URL: database.url },
      address: /(http:\S+)/,
    });
    return {
      pids: [started.pid],
      requestOf: ({ name, variables }) => ({ url: `${started.url}/${name}`, body: JSON.stringify(variables) }),
      stop: started.stop,
    };
  },
};
