import { partsOf, placeName } from '../page/chosen-place';
import type { View } from '../page/view';
import { arrange } from './arrange';
import type { Column, Named } from './column';
import { COMMUNE_COLUMNS } from './commune-columns';
import { DataTable } from './data-table';
import { exportHref } from './export-href';
import { PART_COLUMNS } from './part-columns';
import { COMMUNE_FILTERS, type CountedFilter, countFilters, keep, PART_FILTERS } from './row-filter';
import { RowKinds, TableTools } from './table-tools';

/** The parts of the place, or its communes: the picture above in figures. */
export function RowTable({ view }: { readonly view: View }) {
  const { content, address, words } = view;
  if (content.communes) {
    return (
      <ListedRows
        view={view}
        what={words.table.communes}
        columns={COMMUNE_COLUMNS}
        all={content.communes}
        kept={keep(content.communes, COMMUNE_FILTERS, address.only)}
        filters={countFilters(content.communes, COMMUNE_FILTERS, address.only)}
      />
    );
  }
  const parts = partsOf(content, address.region);
  if (parts.length === 0 && content.question?.level !== 'COUNTRY') return null;
  const what = content.question?.level === 'COUNTRY' ? words.table.provinces : words.table.districts;
  return (
    <ListedRows
      view={view}
      what={what}
      columns={PART_COLUMNS}
      all={parts}
      kept={keep(parts, PART_FILTERS, address.only)}
      filters={countFilters(parts, PART_FILTERS, address.only)}
    />
  );
}

interface ListedRowsProps<Row> {
  readonly view: View;
  readonly what: string;
  readonly columns: readonly Column<Row>[];
  readonly all: readonly Row[];
  readonly kept: readonly Row[];
  readonly filters: readonly CountedFilter[];
}

function ListedRows<Row extends Named>({ view, what, columns, all, kept, filters }: ListedRowsProps<Row>) {
  const { words, address } = view;
  const arranged = arrange(kept, columns, address, view.isPrinted ? Math.max(1, kept.length) : undefined);
  return (
    <div class="rows" id="rows">
      <TableTools
        view={view}
        filters={filters}
        arranged={arranged}
        all={all.length}
        fileHref={(format) => exportHref(view.content, arranged, all.length, format)}
      >
        <RowKinds view={view} />
      </TableTools>
      <DataTable
        view={view}
        caption={words.table.caption(what, placeName(view))}
        columns={columns.filter(({ isDetail }) => address.tab === 'table' || !isDetail)}
        arranged={arranged}
      />
    </div>
  );
}
