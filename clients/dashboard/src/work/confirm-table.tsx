import type { WorkQueueQuery } from '../data/operations.generated';
import { UnitLink } from './unit-link';
import { WorkTable } from './work-table';
import type { SignedView } from './work-view';

interface ConfirmTableProps {
  readonly view: SignedView;
  readonly list: NonNullable<WorkQueueQuery['toConfirm']>;
}

/** Results that were appraised as met: they have a result, and wait for their last step. */
export function ConfirmTable({ view, list: { totalCount, nodes } }: ConfirmTableProps) {
  const { work, words, formats } = view;
  const { commune, under, appraisedOn } = work.queue;
  return (
    <WorkTable
      caption={work.queue.confirm(formats.count(totalCount))}
      headings={[words.columns.code, commune, under, appraisedOn]}
      empty={work.queue.empty}
    >
      {nodes.map(({ unit, assessment }) => (
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
  );
}
