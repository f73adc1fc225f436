import { useCallback } from 'preact/hooks';
import { useAnswer } from '../use-answer';
import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import { loadChanges } from './load-books';

interface ChangesTableProps {
  readonly view: SignedView;
  readonly statement: string;
}

/** Unit by unit: two that changed places leave the counts as they were. */
export function ChangesTable({ view, statement }: ChangesTableProps) {
  const { work, words, formats } = view;
  const load = useCallback(() => loadChanges(view, statement), [statement]);
  const { data } = useAnswer(load);
  const changes = data?.statementChanges;
  if (!changes || changes.nodes.length === 0) return null;
  const { unit, before, after } = work.imports;
  return (
    <WorkTable
      caption={work.books.changes(formats.count(changes.totalCount))}
      headings={[words.columns.code, unit, before, after]}
    >
      {changes.nodes.map((change) => (
        <tr key={change.unit?.code}>
          <td>{change.unit?.code}</td>
          <th scope="row">{change.unit?.name}</th>
          <td>{words.unitVerdict[change.before]}</td>
          <td>{words.unitVerdict[change.after]}</td>
        </tr>
      ))}
    </WorkTable>
  );
}
