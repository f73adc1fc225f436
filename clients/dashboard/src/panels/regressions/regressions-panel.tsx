import type { RowFilter } from '../../address/address';
import { partsOf, placeName } from '../../page/chosen-place';
import { hrefTo, marked, type View } from '../../page/view';
import type { Arranged } from '../../table/arrange';
import type { Column } from '../../table/column';
import { toCommune } from '../listed-unit';
import { NAME_COLUMNS } from '../name-columns';
import { PanelTable } from '../panel-table';
import type { RegressionRow } from './regressions-content';

const COLUMNS: readonly Column<RegressionRow>[] = [
  ...NAME_COLUMNS,
  {
    id: 'state',
    kind: 'text',
    sortValue: ({ state }) => state,
    text: ({ state }, { words }) => words.state[state],
  },
  {
    id: 'contents',
    kind: 'text',
    sortValue: ({ failingItems }) => failingItems[0] ?? null,
    text: ({ failingItems }) => (failingItems.length === 0 ? '–' : failingItems.join(', ')),
  },
  {
    id: 'decisionBefore',
    kind: 'text',
    sortValue: ({ beforeDecisionNumber }) => beforeDecisionNumber,
    text: ({ beforeDecisionNumber }) => beforeDecisionNumber ?? '–',
  },
];

/** What was confirmed and then taken back, beside what was never confirmed. */
const FILTERS: Readonly<Partial<Record<RowFilter, (row: RegressionRow) => boolean>>> = {
  revoked: ({ state }) => state === 'REVOKED',
};

/** Who had it and lost it: provinces their target, communes their result. */
export function RegressionsPanel({ view }: { readonly view: View }) {
  const { words, content } = view;
  const { panel, question } = content;
  if (panel?.tab !== 'regressions' || !question) return <p>{words.notAnswered}</p>;
  const { rows, hasYearBefore } = panel;
  return (
    <div class="panel regressions">
      <h2>{words.tabs.regressions}</h2>
      {hasYearBefore ? <p>{words.regressions.note(question.year.year)}</p> : <p>{words.regressions.noYearBefore}</p>}
      <LostTargets view={view} />
      {hasYearBefore && rows === null && <p>{words.panelRestricted}</p>}
      {rows && (
        <PanelTable
          view={view}
          caption={marked(view, words.table.caption(words.regressions.list, placeName(view)))}
          columns={COLUMNS}
          filters={FILTERS}
          rows={rows}
          leadsTo={(row) => toCommune(row, question.map)}
          fileHref={(arranged, format) => fileHref(view, arranged, rows.length, format)}
        />
      )}
    </div>
  );
}

/** Parts of the place that attained their target in an earlier year and do not now. */
function LostTargets({ view }: { readonly view: View }) {
  const { words, content, address } = view;
  const lost = partsOf(content, address.region).filter(({ attainment }) => attainment?.paceStatus === 'LOST');
  if (lost.length === 0) return null;
  return (
    <section aria-label={words.regressions.lost}>
      <h3>{words.regressions.lost}</h3>
      <ul class="panel-sentences">
        {lost.map(({ code, fullName, attainment }) => (
          <li key={code}>
            <a href={hrefTo(view, { place: code, region: null, sort: null, find: '', only: null })}>{fullName}</a>
            {attainment?.attainedInYear != null && ` – ${words.regressions.lostSince(attainment.attainedInYear)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The file of exactly these rows in this order; null where there are none. */
function fileHref(
  { content }: View,
  { fitting, sort }: Arranged<RegressionRow>,
  all: number,
  format: 'csv' | 'xlsx',
): string | null {
  const { question, panel } = content;
  if (!question || panel?.tab !== 'regressions' || panel.within === null || fitting.length === 0) return null;
  const { indicator, year, map, knownOn } = question;
  const parameters = new URLSearchParams({
    within: panel.within,
    indicator: indicator.id,
    year: String(year.year),
    map,
  });
  if (knownOn) parameters.set('knownOn', knownOn);
  if (sort || fitting.length < all) parameters.set('rows', fitting.map(({ code }) => code).join(','));
  return `/export/regressions.${format}?${parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}
