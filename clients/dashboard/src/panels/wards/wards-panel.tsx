import { placeName } from '../../page/chosen-place';
import type { View } from '../../page/view';
import { PanelTable } from '../panel-table';
import { WARD_COLUMNS, WARD_FILTERS } from './ward-columns';
import { WardDrawer } from './ward-drawer';

/** The wards of the place whose police takes part; each name opens its scorecard beside the list. */
export function WardsPanel({ view }: { readonly view: View }) {
  const { words, content, address } = view;
  const { panel } = content;
  if (panel?.tab !== 'wards') return <p>{words.notAnswered}</p>;
  return (
    <div class={panel.open ? 'panel wards has-drawer' : 'panel wards'}>
      {panel.open && <WardDrawer view={view} open={panel.open} ruleTitle={panel.ruleTitle} />}
      <div class="wards-list">
        <h2>{words.tabs.wards}</h2>
        {panel.ruleTitle && (
          <p>
            {words.wards.countedBy} <span lang="vi">{panel.ruleTitle}</span>.
          </p>
        )}
        {panel.rows ? (
          <PanelTable
            view={view}
            caption={words.table.caption(words.wards.list, placeName(view))}
            columns={WARD_COLUMNS}
            filters={WARD_FILTERS}
            rows={panel.rows}
            leadsTo={({ ward }) => ({ ward, page: address.page })}
          />
        ) : (
          <p>{words.panelRestricted}</p>
        )}
      </div>
    </div>
  );
}
