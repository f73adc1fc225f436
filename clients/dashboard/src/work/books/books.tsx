import { useCallback, useState } from 'preact/hooks';
import { AnswerNotice } from '../answer-notice';
import { DoneNotice } from '../step/done-notice';
import { useAnswer } from '../use-answer';
import type { SignedView } from '../work-view';
import { BookActions } from './book-actions';
import { BookCard } from './book-card';
import { type BooksUnit, booksIn, booksUnitOf, loadBooks } from './load-books';
import { ProvinceForm } from './province-form';

export type BookStep = 'DRAFT' | 'SIGN' | 'RECEIVE' | 'RETURN';

/** The closing of a level's tally: drawn up, signed, received or returned, and what changed since. */
export function Books({ view }: { readonly view: SignedView }) {
  const unit = booksUnitOf(view);
  if (!unit) return <p class="notice">{view.work.books.outside}</p>;
  return <UnitBooks view={view} unit={unit} />;
}

function UnitBooks({ view, unit }: { readonly view: SignedView; readonly unit: BooksUnit }) {
  const { work, caller, question } = view;
  const load = useCallback(() => loadBooks(view, unit), [unit.code, unit.level, caller.subject]);
  const answered = useAnswer(load);
  const [done, setDone] = useState<BookStep | null>(null);
  const books = answered.data ? booksIn(answered.data) : null;
  const current = books?.at(-1) ?? null;
  const older = books?.slice(0, -1) ?? [];
  const onDone = (step: BookStep) => {
    setDone(step);
    void answered.reload();
  };
  return (
    <section aria-labelledby="books-title">
      <h2 id="books-title">{work.books.title(unit.name, question.year.year)}</h2>
      {caller.unit?.level === 'COUNTRY' && <ProvinceForm view={view} />}
      <AnswerNotice view={view} answered={answered} />
      {done && answered.status === 'READY' && <DoneNotice text={work.step[done]} />}
      {books?.length === 0 && <p>{work.books.none}</p>}
      {current && <BookCard key={`${current.id} ${current.version}`} view={view} book={current} withChanges />}
      {books && (
        <BookActions
          key={`${current?.id} ${current?.state}`}
          {...{ view, unit, current, onDone, onStale: () => void answered.reload() }}
        />
      )}
      {older.length > 0 && (
        <details class="explanation">
          <summary>{work.books.older}</summary>
          {older.map((book) => (
            <BookCard key={book.id} view={view} book={book} withChanges={false} />
          ))}
        </details>
      )}
    </section>
  );
}
