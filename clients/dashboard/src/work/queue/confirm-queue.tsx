import { useCallback } from 'preact/hooks';
import { AnswerNotice } from '../answer-notice';
import { useAnswer } from '../use-answer';
import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import { loadConfirmQueue } from './load-queue';
import { MoreButton } from './more-button';
import { UnitLink } from './unit-link';
import { usePages } from './use-pages';

/** Results that were appraised as met: they have a result, and wait for their last step. */
export function ConfirmQueue({ view }: { readonly view: SignedView }) {
  const { work, words, formats, caller } = view;
  const load = useCallback(() => loadConfirmQueue(view, null), [caller.subject, caller.unit?.id]);
  const answered = useAnswer(load);
  const list = answered.data?.assessments ?? null;
  const pages = usePages(list, async (after) => (await loadConfirmQueue(view, after)).data?.assessments);
  const { commune, under, appraisedOn } = work.queue;
  if (!list) return <AnswerNotice view={view} answered={answered} />;
  return (
    <>
      <WorkTable
        caption={work.queue.confirm(formats.count(list.totalCount))}
        headings={[words.columns.code, commune, under, appraisedOn]}
        empty={work.queue.empty}
      >
        {pages.rows.map(({ unit, assessment }) => (
          <tr key={unit?.code}>
            <td>{unit?.code}</td>
            <th scope="row">
              <UnitLink view={view} unit={unit} />
            </th>
            <td>{unit?.parent?.name ?? '–'}</td>
            <td>{assessment.appraisedOn ? formats.day(assessment.appraisedOn) : '–'}</td>
          </tr>
        ))}
      </WorkTable>
      <MoreButton view={view} pages={pages} />
    </>
  );
}
