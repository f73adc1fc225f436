import type { Address, RowFilter } from '../address/address';
import type { View } from '../page/view';
import { type Arranged, arrange } from '../table/arrange';
import type { Column, Named } from '../table/column';
import { DataTable } from '../table/data-table';
import { countFilters, keep } from '../table/row-filter';
import { TableTools } from '../table/table-tools';

interface PanelTableProps<Row> {
  readonly view: View;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly filters: Readonly<Partial<Record<RowFilter, (row: Row) => boolean>>>;
  /** Before any filter. */
  readonly rows: readonly Row[];
  readonly leadsTo: (row: Row) => Partial<Address> | null;
  /** The address of a file of these rows; left out: there is none. */
  readonly fileHref?: (arranged: Arranged<Row>, format: 'csv' | 'xlsx') => string | null;
}

/** The rows of a panel with their search, filters, order and pages, all of which stand in the address. */
export function PanelTable<Row extends Named>(props: PanelTableProps<Row>) {
  const { view, caption, columns, filters, rows, leadsTo, fileHref = () => null } = props;
  const { address, words } = view;
  if (rows.length === 0) return <p>{words.panelEmpty}</p>;
  const kept = keep(rows, filters, address.only);
  const arranged = arrange(kept, columns, address, view.isPrinted ? Math.max(1, kept.length) : undefined);
  return (
    <div class="rows" id="rows">
      <TableTools
        view={view}
        filters={countFilters(rows, filters, address.only)}
        arranged={arranged}
        all={rows.length}
        fileHref={(format) => fileHref(arranged, format)}
      />
      <DataTable view={view} caption={caption} columns={columns} arranged={arranged} leadsTo={leadsTo} />
    </div>
  );
}
