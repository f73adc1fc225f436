import { printAddress } from '../address/address';
import type { View } from './view';

/** What is wrong with what is shown; read out when it changes. */
export function Notices({ view }: { readonly view: View }) {
  const { words, status } = view;
  return (
    <div class="notices" aria-live="polite">
      {status === 'loading' && <p class="notice notice-loading">{words.notices.loading}</p>}
      {status === 'stale' && <p class="notice notice-stale">{staleSentence(view)}</p>}
      {(status === 'failed' || status === 'stale') && (
        <p class="notice notice-error">
          {words.notices.error}{' '}
          <a href={`/${printAddress(view.wanted)}`} data-again>
            {words.notices.retry}
          </a>
        </p>
      )}
      {status !== 'failed' &&
        faultSentences(view).map((sentence) => (
          <p key={sentence} class="notice notice-partial">
            {sentence}
          </p>
        ))}
    </div>
  );
}

/** Where contents would stand, and beside the field of the day. */
const SAID_ELSEWHERE = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'KNOWN_ON_IN_FUTURE']);

function staleSentence({ words, formats, content }: View): string {
  return words.notices.stale(formats.time(content.answeredAt));
}

/** One sentence for each service that did not answer; what the server says of other faults. */
function faultSentences({ content, words, formats }: View): string[] {
  if (!content.question && content.faults.length === 0) return [words.notices.nothing];
  const { answeredAt, faults } = content;
  const sentences = faults
    .filter(({ code }) => !SAID_ELSEWHERE.has(code))
    .map(({ code, service, message }) => {
      if (code === 'UNIT_NOT_FOUND' && content.question) {
        return words.notices.noUnit(content.question.place, formats.day(content.question.map));
      }
      return service
        ? words.notices.partial(words.services[service] ?? service, formats.time(answeredAt), formats.dayOf(answeredAt))
        : message;
    });
  return [...new Set(sentences)];
}
