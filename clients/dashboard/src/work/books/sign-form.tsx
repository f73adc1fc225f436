import { useState } from 'preact/hooks';
import { signStatementOperation } from '../../data/operations.generated';
import { Faults } from '../step/fault-text';
import { type FormFault, faultsAt } from '../step/form-fault';
import { type Paper, PaperPicker } from '../step/paper-picker';
import { StepNotice } from '../step/step-notice';
import { TextField } from '../step/text-field';
import { useStep } from '../step/use-step';
import type { HeldBookFormProps } from './book-actions';
import { whenStale } from './when-stale';

/** Closes the books: the counts of the draft, as they were read, with the paper that was signed. */
export function SignForm({ view, current, onDone, onStale }: HeldBookFormProps) {
  const { work } = view;
  const [paper, setPaper] = useState<Paper | null>(null);
  const [signer, setSigner] = useState('');
  const step = useStep();
  const send = async (event: Event) => {
    event.preventDefault();
    const missing = [...(paper ? [] : [NO_PAPER]), ...(signer.trim() === '' ? [NO_SIGNER] : [])];
    if (!paper || missing.length > 0) return step.refuse(missing);
    const { id: statementId, version: expectedVersion } = current;
    const input = { statementId, expectedVersion, documentId: paper.id, signer };
    if (await step.take(signStatementOperation, { input }, [], whenStale(onStale))) onDone('SIGN');
  };
  return (
    <form class="desk-form" aria-labelledby="sign-title" onSubmit={send}>
      <h3 id="sign-title">{work.books.signTitle}</h3>
      <PaperPicker
        view={view}
        id="statement-paper"
        onPick={(picked) => {
          setPaper(picked);
          step.mend(null, 'documentId');
        }}
      />
      <Faults view={view} id="statement-paper-faults" faults={faultsAt(step.faults, null, 'documentId')} />
      <TextField
        view={view}
        id="signer"
        label={work.books.signer}
        value={signer}
        faults={faultsAt(step.faults, null, 'signer')}
        onInput={(text) => {
          setSigner(text);
          step.mend(null, 'signer');
        }}
      />
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit">{work.books.sign}</button>
      </p>
    </form>
  );
}

const NO_PAPER: FormFault = { code: 'DOCUMENT_NOT_FOUND', number: null, field: 'documentId', message: null };
const NO_SIGNER: FormFault = { code: 'BAD_USER_INPUT', number: null, field: 'signer', message: null };
