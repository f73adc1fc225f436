import { placeName } from '../../page/chosen-place';
import type { View } from '../../page/view';
import { arrange } from '../../table/arrange';
import { DataTable } from '../../table/data-table';
import { countFilters, keep } from '../../table/row-filter';
import { TableTools } from '../../table/table-tools';
import { WARD_COLUMNS, WARD_FILTERS } from './ward-columns';
import { WardDrawer } from './ward-drawer';
import type { WardRow, WardsContent } from './wards-content';

/** The wards of the place whose police takes part; each name opens its scorecard beside the list. */
export function WardsPanel({ view }: { readonly view: View }) {
  const { words, content } = view;
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
        {panel.rows ? <WardTable view={view} panel={panel} rows={panel.rows} /> : <p>{words.panelRestricted}</p>}
      </div>
    </div>
  );
}

interface WardTableProps {
  readonly view: View;
  readonly panel: WardsContent;
  readonly rows: readonly WardRow[];
}

function WardTable({ view, rows }: WardTableProps) {
  const { words, address } = view;
  const kept = keep(rows, WARD_FILTERS, address.only);
  const arranged = arrange(kept, WARD_COLUMNS, address, view.isPrinted ? Math.max(1, kept.length) : undefined);
  return (
    <div class="rows" id="rows">
      <TableTools
        view={view}
        filters={countFilters(rows, WARD_FILTERS, address.only)}
        arranged={arranged}
        all={rows.length}
        fileHref={() => null}
      />
      <DataTable
        view={view}
        caption={words.table.caption(words.wards.list, placeName(view))}
        columns={WARD_COLUMNS}
        arranged={arranged}
        leadsTo={({ ward }) => ({ ward, page: address.page })}
      />
    </div>
  );
}
