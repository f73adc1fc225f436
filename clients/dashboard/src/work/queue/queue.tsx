import { useCallback } from 'preact/hooks';
import type { WorkQueueQuery } from '../../data/operations.generated';
import { AnswerNotice } from '../answer-notice';
import { useAnswer } from '../use-answer';
import type { SignedView } from '../work-view';
import { ConfirmQueue } from './confirm-queue';
import { loadQueue } from './load-queue';
import { MoreButton } from './more-button';
import { QueueFilters } from './queue-filters';
import { QueueTable } from './queue-table';
import { usePages } from './use-pages';

export type QueueRow = NonNullable<WorkQueueQuery['workList']>['nodes'][number];

/** What waits: for whoever asks, or everything in their part of the country. */
export function Queue({ view }: { readonly view: SignedView }) {
  const { work, formats, caller, address } = view;
  const load = useCallback(() => loadQueue(view, null), [caller.subject, caller.unit?.id]);
  const answered = useAnswer(load);
  const { data } = answered;
  const pages = usePages(data?.workList ?? null, async (after) => (await loadQueue(view, after)).data?.workList);
  const confirms = caller.role === 'RECOGNISER' && !address.all && address.reason === null;
  return (
    <section aria-labelledby="queue-title">
      <h2 id="queue-title">{work.tab.queue}</h2>
      <QueueFilters view={view} summary={data?.workSummary ?? null} />
      <AnswerNotice view={view} answered={answered} />
      {confirms && <ConfirmQueue view={view} />}
      {data?.urgent && data.urgent.totalCount > 0 && (
        <QueueTable view={view} caption={urgentCaption(view, data.urgent.totalCount)} rows={data.urgent.nodes} />
      )}
      {data?.workList && (
        <QueueTable
          view={view}
          caption={work.queue.caption(formats.count(data.workList.totalCount))}
          rows={pages.rows}
        />
      )}
      <MoreButton view={view} pages={pages} />
    </section>
  );
}

function urgentCaption({ caller, work, formats }: SignedView, count: number): string {
  const { toAppraise, returned } = work.queue;
  return (caller.role === 'APPRAISER' ? toAppraise : returned)(formats.count(count));
}
