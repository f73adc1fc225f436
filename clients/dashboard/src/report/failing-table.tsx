import type { FailingCommune } from './failing-communes';
import type { ReportView } from './report-view';

/** The communes that fail, each with the numbers of its contents for whoever may see them; else a word says so. */
export function FailingTable({ view }: { readonly view: ReportView }) {
  const { failing, report, noun } = view;
  if (failing.status === 'UNPUBLISHED') return <Untold view={view} text={report.unlisted} />;
  if (failing.status === 'NOT_ANSWERED') return <Untold view={view} text={report.notLoaded} />;
  if (failing.rows.length === 0) return <p class="sheet-note">{report.allMet(noun)}</p>;
  return (
    <>
      <FailingRows view={view} rows={failing.rows} withContents={failing.withContents} />
      {!failing.withContents && <p class="sheet-note">{report.restricted}</p>}
    </>
  );
}

function Untold({ view, text }: { readonly view: ReportView; readonly text: string }) {
  return (
    <p class="sheet-note">
      {view.report.failingPlain(view.noun)}: {text}
    </p>
  );
}

interface FailingRowsProps {
  readonly view: ReportView;
  readonly rows: readonly FailingCommune[];
  readonly withContents: boolean;
}

function FailingRows({ view, rows, withContents }: FailingRowsProps) {
  const { report, words, formats, noun } = view;
  return (
    <table class="sheet-table">
      <caption>{report.failing(formats.count(rows.length), noun)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.code}</th>
          <th scope="col">{report.commune}</th>
          <th scope="col">{report.under}</th>
          {withContents && <th scope="col">{report.contents}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, under, contents }) => (
          <tr key={code}>
            <td>{code}</td>
            <th scope="row">{name}</th>
            <td>{under ?? '–'}</td>
            {withContents && <td>{contents && contents.length > 0 ? contents.join(', ') : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
