import { draftStatementOperation } from '../../data/operations.generated';
import { StepNotice } from '../step/step-notice';
import { useStep } from '../step/use-step';
import type { BookFormProps } from './book-actions';
import { whenStale } from './when-stale';

/** Counts the books, or a draft anew; after one that was received or returned it begins another. */
export function DraftForm({ view, unit, current, onDone, onStale }: BookFormProps) {
  const { work, question } = view;
  const step = useStep();
  const isDraft = current?.state === 'DRAFT';
  const send = async (event: Event) => {
    event.preventDefault();
    const input = {
      ...{ unitCode: unit.code, level: unit.level, indicator: question.indicator.id, year: question.year.year },
      map: unit.map,
      expectedVersion: isDraft ? current.version : null,
    };
    if (await step.take(draftStatementOperation, { input }, [], whenStale(onStale))) onDone('DRAFT');
  };
  return (
    <form onSubmit={send}>
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit" class={isDraft ? 'quiet' : undefined}>
          {isDraft ? work.books.redraft : work.books.draft}
        </button>
      </p>
    </form>
  );
}
