import type { Role, StatementState } from '../../data/operations.generated';
import type { SignedView } from '../work-view';
import type { BookStep } from './books';
import { DraftForm } from './draft-form';
import type { Book, BooksUnit } from './load-books';
import { ReceiveForm } from './receive-form';
import { ReturnBookForm } from './return-book-form';
import { SignForm } from './sign-form';

/** What a step of the books is given. */
export interface BookFormProps {
  readonly view: SignedView;
  readonly unit: BooksUnit;
  readonly current: Book | null;
  onDone(step: BookStep): void;
  /** Somebody else was faster: what they wrote is read again, what was typed stays. */
  onStale(): void;
}

/** A step of a statement that there is. */
export interface HeldBookFormProps extends BookFormProps {
  readonly current: Book;
}

/** What a role can do with the books as they are; whether a step is taken, the service decides. */
export function BookActions(props: BookFormProps) {
  const { view, current } = props;
  const { role } = view.caller;
  const state = current?.state ?? null;
  const steps = stepsOf(role, state);
  if (steps.length === 0) return <p class="notice">{view.work.desk.nothing}</p>;
  return (
    <>
      {steps.includes('DRAFT') && <DraftForm {...props} />}
      {current && steps.includes('SIGN') && <SignForm {...props} current={current} />}
      {current && steps.includes('RECEIVE') && <ReceiveForm {...props} current={current} />}
      {current && steps.includes('RETURN') && <ReturnBookForm {...props} current={current} />}
    </>
  );
}

function stepsOf(role: Role, state: StatementState | null): readonly BookStep[] {
  if (role === 'MINISTRY') {
    if (state === 'SIGNED') return ['RECEIVE', 'RETURN'];
    return state === 'RECEIVED' ? ['RETURN'] : [];
  }
  if (role !== 'APPRAISER' && role !== 'RECOGNISER') return [];
  if (state === 'SIGNED') return [];
  return role === 'RECOGNISER' && state === 'DRAFT' ? ['DRAFT', 'SIGN'] : ['DRAFT'];
}
