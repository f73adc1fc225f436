import type { Address } from '../address/address';
import { hrefTo, type View } from '../page/view';
import type { Arranged } from './arrange';
import type { Column, Named } from './column';

interface DataTableProps<Row> {
  readonly view: View;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly arranged: Arranged<Row>;
  /** Where the name of a row leads; null: nowhere. Left out: to its place. */
  readonly leadsTo?: LeadsTo<Row>;
}

type LeadsTo<Row> = (row: Row) => Partial<Address> | null;

const toPlace: LeadsTo<Named> = ({ code }) => ({
  place: code,
  region: null,
  sort: null,
  find: '',
  only: null,
  rows: null,
});

/** A page of rows under a head that stays; each name leads on. */
export function DataTable<Row extends Named>(props: DataTableProps<Row>) {
  const { view, caption, columns, arranged, leadsTo = toPlace } = props;
  const { words } = view;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
      <section class="table-frame" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.id} view={view} column={column} arranged={arranged} />
              ))}
            </tr>
          </thead>
          <tbody>
            {arranged.rows.map((row) => (
              <BodyRow key={row.id ?? row.code} view={view} columns={columns} row={row} leadsTo={leadsTo(row)} />
            ))}
            {arranged.rows.length === 0 && (
              <tr>
                <td class="empty" colSpan={columns.length}>
                  {words.table.empty}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <Pages view={view} arranged={arranged} />
    </>
  );
}

interface HeadingProps<Row> {
  readonly view: View;
  readonly column: Column<Row>;
  readonly arranged: Arranged<Row>;
}

/** Rising, falling, then as it was. */
function Heading<Row>({ view, column, arranged: { sort } }: HeadingProps<Row>) {
  const isSorted = sort?.id === column.id;
  const next = !isSorted ? column.id : sort.desc ? null : `-${column.id}`;
  const sign = !isSorted ? '' : sort.desc ? ' ▼' : ' ▲';
  return (
    <th scope="col" class={column.kind} aria-sort={!isSorted ? undefined : sort.desc ? 'descending' : 'ascending'}>
      <a href={hrefTo(view, { sort: next })} data-keep-focus={`sort-${column.id}`}>
        {view.words.columns[column.id]}
        <span aria-hidden="true">{sign}</span>
      </a>
    </th>
  );
}

interface BodyRowProps<Row> {
  readonly view: View;
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly leadsTo: Partial<Address> | null;
}

function BodyRow<Row extends Named>({ view, columns, row, leadsTo }: BodyRowProps<Row>) {
  return (
    <tr>
      {columns.map((column) => {
        const text = column.text(row, view);
        if (column.id !== 'name') {
          return (
            <td key={column.id} class={column.kind}>
              {text}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" class="text">
            {leadsTo ? <a href={hrefTo(view, leadsTo)}>{text}</a> : text}
          </th>
        );
      })}
    </tr>
  );
}

function Pages<Row>({ view, arranged: { page, pages } }: { readonly view: View; readonly arranged: Arranged<Row> }) {
  const { words } = view;
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label={words.table.page(String(page), String(pages))}>
      {page > 1 && (
        <a href={hrefTo(view, { page: page - 1 })} rel="prev">
          {words.table.previous}
        </a>
      )}
      <span>{words.table.page(String(page), String(pages))}</span>
      {page < pages && (
        <a href={hrefTo(view, { page: page + 1 })} rel="next">
          {words.table.next}
        </a>
      )}
    </nav>
  );
}
