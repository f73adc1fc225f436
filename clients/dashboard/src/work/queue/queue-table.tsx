import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import type { QueueRow } from './queue';
import { UnitLink } from './unit-link';

interface QueueTableProps {
  readonly view: SignedView;
  readonly caption: string;
  readonly rows: readonly QueueRow[];
}

/** Fewest days left first, then longest waiting, as the API orders them. */
export function QueueTable({ view, caption, rows }: QueueTableProps) {
  const { work, words, formats } = view;
  const { commune, under, state, left, waiting, returnedFor, waitingFor } = work.queue;
  return (
    <WorkTable
      caption={caption}
      headings={[words.columns.code, commune, under, state, left, waiting, waitingFor, returnedFor]}
      empty={work.queue.empty}
    >
      {rows.map((row) => (
        <tr key={row.unit?.code}>
          <td>{row.unit?.code}</td>
          <th scope="row">
            <UnitLink view={view} unit={row.unit} />
          </th>
          <td>{row.unit?.parent?.name ?? '–'}</td>
          <td>{words.state[row.state]}</td>
          <td>{daysLeft(view, row.daysLeft)}</td>
          <td>{work.queue.days(formats.count(row.daysWaiting))}</td>
          <td>{row.waitingFor.map((role) => work.role[role]).join(', ')}</td>
          <td>{row.reason ?? ''}</td>
        </tr>
      ))}
    </WorkTable>
  );
}

function daysLeft({ work, formats }: SignedView, days: number): string {
  return days < 0 ? work.queue.daysOver(formats.count(-days)) : work.queue.daysLeft(formats.count(days));
}
