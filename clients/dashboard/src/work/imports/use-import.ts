import { useState } from 'preact/hooks';
import { randomKey } from '../random-key';
import { awaitJob, type Job, withProgress } from './follow-job';
import { type ImportFile, type ImportOutcome, type ImportQuestion, sendImport } from './send-import';

/** Where an import is. RECORDED: after a lost connection the server says that it is done, without a report. */
export type ImportState =
  | { readonly phase: 'IDLE' | 'PREVIEWING' }
  | { readonly phase: 'RUNNING' | 'FOLLOWING'; readonly job: Job | null }
  | { readonly phase: 'ANSWERED'; readonly outcome: ImportOutcome }
  | { readonly phase: 'RECORDED'; readonly job: Job };

export interface FileImport {
  readonly state: ImportState;
  reset(): void;
  preview(file: File, question: ImportQuestion): Promise<void>;
  /** What was looked at, byte for byte. */
  commit(): Promise<void>;
}

interface Previewed {
  readonly file: ImportFile;
  readonly question: ImportQuestion;
}

export function useImport(): FileImport {
  const [state, setState] = useState<ImportState>({ phase: 'IDLE' });
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  return {
    state,
    reset() {
      setPreviewed(null);
      setState({ phase: 'IDLE' });
    },
    async preview(chosen, question) {
      setState({ phase: 'PREVIEWING' });
      const file = { name: chosen.name, content: await chosen.arrayBuffer() };
      setPreviewed({ file, question });
      setState({ phase: 'ANSWERED', outcome: await sendImport(file, question, null) });
    },
    async commit() {
      if (!previewed) return;
      const id = randomKey();
      setState({ phase: 'RUNNING', job: null });
      const work = sendImport(previewed.file, previewed.question, id);
      const outcome = await withProgress(id, (job) => setState({ phase: 'RUNNING', job }), work);
      if (outcome.status !== 'LOST') return setState({ phase: 'ANSWERED', outcome });
      setState({ phase: 'FOLLOWING', job: null });
      const job = await awaitJob(id, (running) => setState({ phase: 'FOLLOWING', job: running }));
      setState(job?.state === 'DONE' ? { phase: 'RECORDED', job } : { phase: 'ANSWERED', outcome });
    },
  };
}
