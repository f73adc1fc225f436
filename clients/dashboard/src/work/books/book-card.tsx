import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import { ChangesTable } from './changes-table';
import type { Book } from './load-books';

interface BookCardProps {
  readonly view: SignedView;
  readonly book: Book;
  /** Whether the units that changed since are listed. */
  readonly withChanges: boolean;
}

const COUNTS = ['met', 'notMet', 'unknown', 'total'] as const;

/** One statement: its counts, who took which step, and what changed since it was counted. */
export function BookCard({ view, book, withChanges }: BookCardProps) {
  const { work, words, formats } = view;
  const mark = book.origin === 'SYNTHETIC' ? words.syntheticMark : '';
  return (
    <div class="book">
      <p class="verdict">
        {mark}
        {work.statementState[book.state]}
      </p>
      <WorkTable caption={work.books.counts} headings={COUNTS.map((name) => work.books[name])}>
        <tr>
          {COUNTS.map((name) => (
            <td key={name}>{formats.count(book[name])}</td>
          ))}
        </tr>
      </WorkTable>
      <BookFacts view={view} book={book} />
      <p>
        <strong>{work.books.changed}:</strong> {changeText(view, book)}
      </p>
      {withChanges && <ChangesTable view={view} statement={book.id} />}
    </div>
  );
}

function BookFacts({ view: { work, formats }, book }: Omit<BookCardProps, 'withChanges'>) {
  const paper = book.paper ? `${book.paper.number} (${formats.day(book.paper.issuedOn)})` : '–';
  return (
    <ul class="facts">
      <li>{work.desk.version(book.version)}</li>
      <li>{work.books.counted(formats.time(book.knownAt), formats.dayOf(book.knownAt))}</li>
      {book.draftedBy && <li>{work.books.drafted(book.draftedBy)}</li>}
      {book.signer && <li>{work.books.signed(book.signer, paper)}</li>}
      {book.receivedBy && <li>{work.books.received(book.receivedBy)}</li>}
      {book.reason && <li>{work.books.returned(book.reason)}</li>}
      <li>
        {work.books.hash}: <code>{book.contentHash.slice(0, 12)}</code>
      </li>
    </ul>
  );
}

/** "+1" where there are more, "−1" where there are fewer. */
function changeText({ work, formats }: SignedView, { changedSince }: Book): string {
  if (!changedSince) return '–';
  const { met, notMet, unknown } = changedSince;
  if (met === 0 && notMet === 0 && unknown === 0) return work.books.unchanged;
  const signed = (count: number) => `${count > 0 ? '+' : count < 0 ? '−' : ''}${formats.count(Math.abs(count))}`;
  return work.books.change(signed(met), signed(notMet), signed(unknown));
}
