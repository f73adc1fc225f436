import { receiveStatementOperation } from '../../data/operations.generated';
import { StepNotice } from '../step/step-notice';
import { useStep } from '../step/use-step';
import type { HeldBookFormProps } from './book-actions';
import { whenStale } from './when-stale';

/** Takes signed books; nobody takes what they signed. */
export function ReceiveForm({ view, current, onDone, onStale }: HeldBookFormProps) {
  const step = useStep();
  const send = async (event: Event) => {
    event.preventDefault();
    const input = { statementId: current.id, expectedVersion: current.version };
    if (await step.take(receiveStatementOperation, { input }, [], whenStale(onStale))) onDone('RECEIVE');
  };
  return (
    <form onSubmit={send}>
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit">{view.work.books.receive}</button>
      </p>
    </form>
  );
}
