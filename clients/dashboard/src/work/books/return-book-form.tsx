import { returnStatementOperation } from '../../data/operations.generated';
import { ReasonForm } from '../step/reason-form';
import type { HeldBookFormProps } from './book-actions';
import { whenStale } from './when-stale';

/** Sends books back with a reason; then the level draws up others. */
export function ReturnBookForm({ view, current, onDone, onStale }: HeldBookFormProps) {
  const { books } = view.work;
  return (
    <ReasonForm
      view={view}
      id="return-book"
      title={books.returnTitle}
      label={books.returnReason}
      send={books.return}
      take={async (step, reason) => {
        const input = { statementId: current.id, expectedVersion: current.version, reason };
        if (await step.take(returnStatementOperation, { input }, [], whenStale(onStale))) onDone('RETURN');
      }}
    />
  );
}
