import type { Answered } from './use-answer';
import type { WorkView } from './work-view';

interface AnswerNoticeProps {
  readonly view: WorkView;
  readonly answered: Answered<unknown>;
}

/** That something is loading, or was not loaded and can be asked again. */
export function AnswerNotice({ view: { work }, answered: { status, reload } }: AnswerNoticeProps) {
  return (
    <div aria-live="polite">
      {status === 'LOADING' && <p class="notice">{work.loading}</p>}
      {status === 'FAILED' && (
        <p class="notice notice-error">
          {work.notLoaded}{' '}
          <button type="button" class="quiet" onClick={() => void reload()}>
            {work.retry}
          </button>
        </p>
      )}
    </div>
  );
}
