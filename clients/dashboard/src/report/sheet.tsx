import { LANGUAGES } from '../address/address';
import { chosenPlace } from '../page/chosen-place';
import { LANGUAGE_NAMES } from '../page/languages';
import { Notices } from '../page/notices';
import { hrefTo } from '../page/view';
import { FailingTable } from './failing-table';
import { PartTable } from './part-table';
import { reportHref } from './report-href';
import type { ReportView } from './report-view';
import { SheetSources } from './sheet-sources';
import { Signature } from './signature';

/** Rows beyond which the sheet is set smaller, so that it stays one. */
const ROOMY_ROWS = 20;

/** One sheet of A4 for a province: what people sign, send and paste. */
export function Sheet({ view }: { readonly view: ReportView }) {
  const { content, words } = view;
  const density = rowsOf(view) > ROOMY_ROWS ? 'sheet-dense' : 'sheet-roomy';
  return (
    <div class={`page sheet ${density}${content.isSynthetic ? ' is-synthetic' : ''}`}>
      <SheetTools view={view} />
      <main id="main">
        {content.isSynthetic && <p class="banner">{words.syntheticBanner}</p>}
        <h1>{view.heading}</h1>
        <SheetFacts view={view} />
        <Notices view={view} />
        {chosenPlace(content) && <SheetBody view={view} />}
      </main>
      <SheetSources view={view} />
    </div>
  );
}

function SheetBody({ view }: { readonly view: ReportView }) {
  const attainment = chosenPlace(view.content)?.attainment;
  return (
    <>
      <p class="sentence">{attainment ? attainment.answer : view.words.notAnswered}</p>
      <PartTable view={view} />
      <FailingTable view={view} />
      <Signature view={view} />
    </>
  );
}

/** On which days the figures stand, in one line. */
function SheetFacts({ view: { content, words, formats, noun } }: { readonly view: ReportView }) {
  const { question, standing } = content;
  if (!question) return null;
  const { year, windowFrom, windowTo, countedOn } = question.year;
  const provinces = standing?.mapState?.provinces;
  const facts = [
    words.window(year, formats.day(windowFrom), formats.day(windowTo)),
    provinces ? words.mapOf(formats.day(question.map), String(provinces)) : words.mapShort(formats.day(question.map)),
    words.countedOn(noun, formats.day(countedOn)),
    ...(question.knownOn ? [words.knownOn(formats.day(question.knownOn))] : []),
  ];
  return <p class="sheet-facts">{facts.join('. ')}.</p>;
}

/** For the screen alone. */
function SheetTools({ view }: { readonly view: ReportView }) {
  const { address, report } = view;
  return (
    <nav class="sheet-tools" aria-label={report.back}>
      <a href={hrefTo(view, {})}>{report.back}</a>
      {LANGUAGES.filter((language) => language !== address.language).map((language) => (
        <a key={language} href={reportHref(view, { language })} lang={language} hreflang={language}>
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
      <span>{report.print}</span>
    </nav>
  );
}

function rowsOf({ content, failing }: ReportView): number {
  const parts = content.standing?.province?.districts?.length ?? 0;
  return parts + (failing.status === 'LISTED' ? failing.rows.length : 0);
}
