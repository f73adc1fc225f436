import { askOverHttp } from '../../data/ask-over-http';
import { type ImportJobQuery, importJobOperation } from '../../data/operations.generated';

export type Job = NonNullable<ImportJobQuery['importJob']>;

const LOOK_EVERY_MS = 500;
/** A job that nobody knows after so many looks never arrived. */
const MISSED_LOOKS = 4;

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** Says how far a job is while `work` waits for its answer; what cannot be asked is not said. */
export async function withProgress<T>(id: string, onJob: (job: Job) => void, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  const follow = async () => {
    while (!isOver) {
      await pause();
      const job = isOver ? null : await lookAt(id);
      if (job && !isOver) onJob(job);
    }
  };
  void follow();
  return over;
}

/** After a lost connection: what became of a job in the end; null where it never arrived, or nobody answers. */
export async function awaitJob(id: string, onJob: (job: Job) => void): Promise<Job | null> {
  for (let missed = 0; missed < MISSED_LOOKS; ) {
    const job = await lookAt(id);
    if (job && job.state !== 'RUNNING') return job;
    if (job) onJob(job);
    missed = job ? 0 : missed + 1;
    await pause();
  }
  return null;
}

async function lookAt(id: string): Promise<Job | null> {
  const answer = await askOverHttp(importJobOperation, { id }).catch(() => null);
  return answer?.data?.importJob ?? null;
}
