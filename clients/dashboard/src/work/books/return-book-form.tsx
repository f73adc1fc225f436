import { useState } from 'preact/hooks';
import { returnStatementOperation } from '../../data/operations.generated';
import { faultsAt } from '../step/form-fault';
import { StepNotice } from '../step/step-notice';
import { TextField } from '../step/text-field';
import { useStep } from '../step/use-step';
import type { HeldBookFormProps } from './book-actions';
import { whenStale } from './when-stale';

/** Sends books back with a reason; then the level draws up others. */
export function ReturnBookForm({ view, current, onDone, onStale }: HeldBookFormProps) {
  const { work } = view;
  const [reason, setReason] = useState('');
  const step = useStep();
  const send = async (event: Event) => {
    event.preventDefault();
    const input = { statementId: current.id, expectedVersion: current.version, reason };
    if (await step.take(returnStatementOperation, { input }, [], whenStale(onStale))) onDone('RETURN');
  };
  return (
    <form class="desk-form" aria-labelledby="return-book-title" onSubmit={send}>
      <h3 id="return-book-title">{work.books.returnTitle}</h3>
      <TextField
        view={view}
        id="return-book-reason"
        label={work.books.returnReason}
        kind="long"
        value={reason}
        faults={faultsAt(step.faults, null, 'reason')}
        onInput={(text) => {
          setReason(text);
          step.mend(null, 'reason');
        }}
      />
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit" class="quiet">
          {work.books.return}
        </button>
      </p>
    </form>
  );
}
