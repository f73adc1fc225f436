import type { WorkView } from '../work-view';
import type { Pages } from './use-pages';

/** The next page of a list, where there is one. */
export function MoreButton({ view, pages }: { readonly view: WorkView; readonly pages: Pages<unknown> }) {
  return pages.hasMore ? (
    <p>
      <button type="button" class="quiet" onClick={() => void pages.more()}>
        {view.work.queue.more}
      </button>
    </p>
  ) : null;
}
