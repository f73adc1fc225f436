import type { ComponentChildren } from 'preact';
import { addressFields, ROW_KINDS } from '../address/address';
import { LAST_DAY_OF_DISTRICTS } from '../data/load-page';
import { hrefTo, type View } from '../page/view';
import type { Arranged } from './arrange';
import type { Named } from './column';
import type { CountedFilter } from './row-filter';

interface TableToolsProps<Row> {
  readonly view: View;
  readonly filters: readonly CountedFilter[];
  readonly arranged: Arranged<Row>;
  /** Rows before any filter. */
  readonly all: number;
  /** The address of a file with exactly these rows; null where there is none. */
  readonly fileHref: (format: 'csv' | 'xlsx') => string | null;
  readonly children?: ComponentChildren;
}

/** Search, quick filters, and the files of exactly this view. */
export function TableTools<Row extends Named>(props: TableToolsProps<Row>) {
  const { view, filters, arranged, all, fileHref, children } = props;
  const { words, formats } = view;
  return (
    <div class="table-tools">
      <Search view={view} />
      <QuickFilters view={view} filters={filters} />
      {children}
      <p class="row-count" aria-live="polite">
        {words.table.rows(formats.count(arranged.fitting.length), formats.count(all))}
      </p>
      <Files view={view} csv={fileHref('csv')} xlsx={fileHref('xlsx')} />
    </div>
  );
}

function Search({ view }: { readonly view: View }) {
  const { words, address } = view;
  const kept = addressFields(address).filter(([name]) => name !== 'find' && name !== 'page');
  return (
    <form method="get" action="/" data-follow="live">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        name="find"
        value={address.find}
        maxLength={100}
        aria-label={words.table.find}
        placeholder={words.table.find}
      />
    </form>
  );
}

function QuickFilters({ view, filters }: { readonly view: View; readonly filters: readonly CountedFilter[] }) {
  const { words, formats, address } = view;
  return (
    <ul class="chips">
      <li>
        <a href={hrefTo(view, { only: null })} aria-current={address.only === null ? 'true' : undefined}>
          {words.table.all}
        </a>
      </li>
      {filters.map(({ only, count }) => (
        <li key={only}>
          <a href={hrefTo(view, { only })} aria-current={address.only === only ? 'true' : undefined}>
            {words.only[only]} ({formats.count(count)})
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Of a province: its districts, or all of its communes. */
export function RowKinds({ view }: { readonly view: View }) {
  const { words, address, content } = view;
  if (content.question?.level !== 'PROVINCE') return null;
  if (content.question.map > LAST_DAY_OF_DISTRICTS) return <p>{words.noDistricts}</p>;
  return (
    <ul class="chips" aria-label={words.table.rowKinds}>
      {ROW_KINDS.map((rows) => (
        <li key={rows}>
          <a
            href={hrefTo(view, { rows: rows === 'districts' ? null : rows, sort: null, only: null })}
            aria-current={(address.rows ?? 'districts') === rows ? 'true' : undefined}
          >
            {words.table[rows]}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface FilesProps {
  readonly view: View;
  readonly csv: string | null;
  readonly xlsx: string | null;
}

function Files({ view, csv, xlsx }: FilesProps) {
  return csv && xlsx ? (
    <p class="files">
      <a href={csv} download>
        {view.words.table.csv}
      </a>{' '}
      <a href={xlsx} download>
        {view.words.table.xlsx}
      </a>
    </p>
  ) : null;
}
