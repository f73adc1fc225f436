import type { Server } from './ask-graphql';
import { askGraphql } from './ask-graphql';
import type { Terminal } from './terminal';

const LOOK_EVERY_MS = 500;

interface Job {
  readonly state: string;
  readonly rowsDone: number;
  readonly rowsTotal: number;
}

/** Says how far a job is while `work` waits for its answer; what cannot be asked is not said. */
export async function withProgress<T>(
  server: Server,
  jobId: string,
  terminal: Terminal,
  work: () => Promise<T>,
): Promise<T> {
  let said = '';
  const look = async () => {
    const question = `{ importJob(id: "${jobId}") { state rowsDone rowsTotal } }`;
    const answer = await askGraphql<{ importJob: Job | null }>(server, question).catch(() => null);
    const job = answer?.importJob;
    const line = job?.state === 'RUNNING' ? `${job.rowsDone} of ${job.rowsTotal} rows` : said;
    if (line !== said) terminal.warn(line);
    said = line;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
