import { useCallback, useEffect, useState } from 'preact/hooks';
import type { WorkQueueQuery } from '../data/operations.generated';
import { AnswerNotice } from './answer-notice';
import { ConfirmTable } from './confirm-table';
import { loadQueue } from './load-queue';
import { QueueFilters } from './queue-filters';
import { QueueTable } from './queue-table';
import { useAnswer } from './use-answer';
import type { SignedView } from './work-view';

export type QueueRow = NonNullable<WorkQueueQuery['workList']>['nodes'][number];

/** What waits: for whoever asks, or everything in their part of the country. */
export function Queue({ view }: { readonly view: SignedView }) {
  const load = useCallback(() => loadQueue(view, null), [view.caller.subject, view.caller.unit?.id]);
  const answered = useAnswer(load);
  const more = useMore(view, answered.data);
  const { data } = answered;
  return (
    <section aria-labelledby="queue-title">
      <h2 id="queue-title">{view.work.tab.queue}</h2>
      <QueueFilters view={view} summary={data?.workSummary ?? null} />
      <AnswerNotice view={view} answered={answered} />
      {data?.toConfirm && <ConfirmTable view={view} list={data.toConfirm} />}
      {data?.urgent && data.urgent.totalCount > 0 && (
        <QueueTable view={view} caption={urgentCaption(view, data.urgent.totalCount)} rows={data.urgent.nodes} />
      )}
      {data?.workList && (
        <QueueTable
          view={view}
          caption={view.work.queue.caption(view.formats.count(data.workList.totalCount))}
          rows={[...data.workList.nodes, ...more.rows]}
        />
      )}
      {more.next !== null && (
        <button type="button" class="quiet" onClick={() => void more.load()}>
          {view.work.queue.more}
        </button>
      )}
    </section>
  );
}

function urgentCaption({ caller, work, formats }: SignedView, count: number): string {
  const { toAppraise, returned } = work.queue;
  return (caller.role === 'APPRAISER' ? toAppraise : returned)(formats.count(count));
}

/** The pages after the first, as they are asked for. */
function useMore(view: SignedView, first: WorkQueueQuery | null) {
  const [rows, setRows] = useState<readonly QueueRow[]>([]);
  const [next, setNext] = useState<string | null>(null);
  useEffect(() => {
    setRows([]);
    setNext(nextOf(first));
  }, [first]);
  const load = async () => {
    const { data } = await loadQueue(view, next).catch(() => ({ data: null }));
    if (!data?.workList) return;
    const { nodes } = data.workList;
    setRows((before) => [...before, ...nodes]);
    setNext(nextOf(data));
  };
  return { rows, next, load };
}

function nextOf(page: WorkQueueQuery | null): string | null {
  const { hasNextPage, endCursor } = page?.workList?.pageInfo ?? {};
  return hasNextPage ? (endCursor ?? null) : null;
}
