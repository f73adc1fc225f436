import type { FiguresFragment } from '../data/operations.generated';
import { chosenPlace, type Part } from '../page/chosen-place';
import { rateText } from '../page/rate-text';
import { hasDistricts } from './load-report';
import type { ReportView } from './report-view';

const COUNTS = ['met', 'notMet', 'unknown', 'total'] as const;

/** The districts of the province or, where there are none any more, the provinces that it was made from. */
export function PartTable({ view }: { readonly view: ReportView }) {
  const { content, report, words, formats } = view;
  const { question, standing } = content;
  if (!question) return null;
  if (!hasDistricts(question)) return <OwnMapTable view={view} />;
  const districts = standing?.province?.districts ?? [];
  const counted = districts.filter(({ attainment }) => attainment?.total !== 0);
  const leftOut = districts.length - counted.length;
  return (
    <>
      <table class="sheet-table">
        <caption>{report.districts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.code}</th>
            <th scope="col">{report.district}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" class="number">
                {words.columns[name]}
              </th>
            ))}
            <th scope="col" class="number">
              {words.columns.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map((part) => (
            <PartRow key={part.code} view={view} part={part} />
          ))}
        </tbody>
        <TotalRow view={view} />
      </table>
      {leftOut > 0 && <p class="sheet-note">{report.leftOut(formats.count(leftOut))}</p>}
    </>
  );
}

function PartRow({ view, part }: { readonly view: ReportView; readonly part: Part }) {
  return (
    <tr>
      <td>{part.code}</td>
      <th scope="row">{part.fullName}</th>
      <Figures view={view} figures={part.attainment} />
    </tr>
  );
}

function TotalRow({ view }: { readonly view: ReportView }) {
  const figures = chosenPlace(view.content)?.attainment ?? null;
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">{view.report.total}</th>
        <Figures view={view} figures={figures} />
      </tr>
    </tfoot>
  );
}

function Figures({ view, figures }: { readonly view: ReportView; readonly figures: FiguresFragment | null }) {
  return (
    <>
      {COUNTS.map((name) => (
        <td key={name} class="number">
          {figures ? view.formats.count(figures[name]) : '–'}
        </td>
      ))}
      <td class="number">{rateText(view, figures)}</td>
    </>
  );
}

function OwnMapTable({ view }: { readonly view: ReportView }) {
  const { content, report, words, formats } = view;
  const units = content.standing?.province?.attainmentOnOwnMap?.units ?? [];
  return (
    <>
      <table class="sheet-table">
        <caption>{report.ownMap}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.code}</th>
            <th scope="col">{report.district}</th>
            {(['met', 'total', 'required'] as const).map((name) => (
              <th key={name} scope="col" class="number">
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, fullName, attainment }) => (
            <tr key={code}>
              <td>{code}</td>
              <th scope="row">{fullName}</th>
              {[attainment?.met, attainment?.total, attainment?.requiredCount].map((count, index) => (
                <td key={index} class="number">
                  {count == null ? '–' : formats.count(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sheet-note">{words.noDistricts}</p>
    </>
  );
}
