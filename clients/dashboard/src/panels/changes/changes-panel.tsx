import { placeName } from '../../page/chosen-place';
import { marked, nounOf, type View } from '../../page/view';
import { COMMUNE_FILTERS } from '../../table/row-filter';
import { toCommune } from '../listed-unit';
import { PanelTable } from '../panel-table';
import { CHANGE_COLUMNS, RISK_COLUMNS } from './change-columns';
import { ChangeSentences } from './change-sentences';
import type { ChangeRow, ListOf, RiskRow } from './changes-content';
import { countContents } from './count-contents';

/** What would change the verdict of the place: how many units, which contents, which communes lie nearest. */
export function ChangesPanel({ view }: { readonly view: View }) {
  const { words, content } = view;
  const { panel } = content;
  if (panel?.tab !== 'changes') return <p>{words.notAnswered}</p>;
  const { changeable, atRisk } = panel;
  return (
    <div class="panel changes">
      <h2>{words.tabs.changes}</h2>
      <ChangeSentences view={view} />
      {changeable === null && <p>{words.panelRestricted}</p>}
      {changeable && !atRisk && <Changeable view={view} list={changeable} />}
      {atRisk && <AtRisk view={view} list={atRisk} />}
    </div>
  );
}

function Changeable({ view, list }: { readonly view: View; readonly list: ListOf<ChangeRow> }) {
  const { words, formats } = view;
  const contents = countContents(list.rows);
  const noun = nounOf(view);
  return (
    <>
      {contents.length > 0 && (
        <section aria-label={words.changes.byContent}>
          <h3>{words.changes.byContent}</h3>
          <ul class="panel-sentences contents-count">
            {contents.map(({ number, failing, alone }) => (
              <li key={number}>
                <strong>{words.changes.content(number)}</strong>:{' '}
                {words.changes.ofContent(formats.count(failing), formats.count(alone), noun)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3>{words.changes.list(nounOf(view))}</h3>
      <Cut view={view} list={list} />
      <PanelTable
        view={view}
        caption={marked(view, words.table.caption(words.changes.list(nounOf(view)), placeName(view)))}
        columns={CHANGE_COLUMNS}
        filters={COMMUNE_FILTERS}
        rows={list.rows}
        leadsTo={(row) => toCommune(row, mapOf(view))}
      />
    </>
  );
}

function AtRisk({ view, list }: { readonly view: View; readonly list: ListOf<RiskRow> }) {
  const { words } = view;
  return (
    <>
      <h3>{words.changes.atRisk(nounOf(view))}</h3>
      <Cut view={view} list={list} />
      <PanelTable
        view={view}
        caption={marked(view, words.table.caption(words.changes.atRisk(nounOf(view)), placeName(view)))}
        columns={RISK_COLUMNS}
        filters={{}}
        rows={list.rows}
        leadsTo={(row) => toCommune(row, mapOf(view))}
      />
    </>
  );
}

function mapOf({ content }: View): string {
  return content.question?.map ?? '';
}

/** A list that was cut says so. */
function Cut({ view, list }: { readonly view: View; readonly list: ListOf<unknown> }) {
  const { words, formats } = view;
  const { rows, all } = list;
  return rows.length < all ? (
    <p>{words.changes.cut(formats.count(rows.length), formats.count(all), nounOf(view))}</p>
  ) : null;
}
