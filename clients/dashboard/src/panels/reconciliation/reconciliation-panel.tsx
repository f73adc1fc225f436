import { placeName } from '../../page/chosen-place';
import type { View } from '../../page/view';
import { PanelTable } from '../panel-table';
import type { ReportedRow } from './reconciliation-content';
import { REPORTED_COLUMNS, REPORTED_FILTERS } from './reported-columns';

/** Printed and reported figures, each as printed, with what is odd about it and what it says beside the records. */
export function ReconciliationPanel({ view }: { readonly view: View }) {
  const { words, content } = view;
  const { panel } = content;
  if (panel?.tab !== 'reconciliation' || panel.rows === null) return <p>{words.notAnswered}</p>;
  const { rows } = panel;
  return (
    <div class="panel reconciliation">
      <h2>{words.tabs.reconciliation}</h2>
      {rows.length === 0 ? (
        <p>{words.reconciliation.empty}</p>
      ) : (
        <>
          <p>{words.reconciliation.note}</p>
          {content.isSynthetic && <p>{words.reconciliation.notSynthetic}</p>}
          <PanelTable
            view={view}
            caption={words.table.caption(words.reconciliation.list, placeName(view))}
            columns={REPORTED_COLUMNS}
            filters={REPORTED_FILTERS}
            rows={rows}
            leadsTo={() => null}
          />
          <Sentences view={view} rows={rows} />
        </>
      )}
    </div>
  );
}

/** Each figure in the sentence of the graph, with its source and what was noted. */
function Sentences({ view, rows }: { readonly view: View; readonly rows: readonly ReportedRow[] }) {
  const { words } = view;
  return (
    <details class="explanation">
      <summary>{words.reconciliation.details}</summary>
      <ul class="panel-sentences">
        {rows.map(({ id, reconciliation, source, note, origin }) => (
          <li key={id}>
            {reconciliation.sentence}{' '}
            <small>
              {words.origin[origin]}: {source}
              {note && `. ${note}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
