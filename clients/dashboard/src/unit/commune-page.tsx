import type { Commune } from '../data/page-content';
import { Breadcrumbs } from '../page/breadcrumbs';
import type { View } from '../page/view';
import { CommuneContentsList } from './commune-contents-list';

/** One commune: its result, how far it has come, and the contents with what they rest on. */
export function CommunePage({ view }: { readonly view: View }) {
  const { commune } = view.content;
  if (!commune) return null;
  return (
    <>
      <Breadcrumbs view={view} />
      <section class="answer" aria-labelledby="answer-title">
        <h1 id="answer-title">{commune.fullName}</h1>
        {commune.assessment ? (
          <Result view={view} commune={commune} assessment={commune.assessment} />
        ) : (
          <p class="sentence">{view.words.commune.outside}</p>
        )}
      </section>
      {commune.assessment && <CommuneContentsList view={view} />}
    </>
  );
}

interface ResultProps {
  readonly view: View;
  readonly commune: Commune;
  readonly assessment: NonNullable<Commune['assessment']>;
}

function Result({ view, commune, assessment }: ResultProps) {
  const { words, formats, content } = view;
  const { verdict, state, unknownReason, origin, note } = assessment;
  const year = content.question?.year.year ?? 0;
  const mark = origin === 'SYNTHETIC' ? words.syntheticMark : '';
  return (
    <>
      <p class={`verdict unit-${verdict.toLowerCase()}`}>
        {mark}
        {words.filters.year} {year}: {words.unitVerdict[verdict]}
      </p>
      <ul class="facts">
        <li>{words.state[state]}</li>
        {unknownReason && <li>{words.reason[unknownReason]}</li>}
        {assessment.appraisedOn && <li>{words.commune.appraised(formats.day(assessment.appraisedOn))}</li>}
        {assessment.confirmedOn && (
          <li>
            {words.commune.confirmed(formats.day(assessment.confirmedOn))}
            {assessment.decisionNumber && ` (${assessment.decisionNumber})`}
          </li>
        )}
        {content.contents?.late && <li>{words.commune.late(formats.count(content.contents.daysLate))}</li>}
        {note && <li>{note}</li>}
      </ul>
      <Predecessors view={view} commune={commune} assessment={assessment} />
    </>
  );
}

/** A verdict does not merge: of a new commune the results of those before it are told. */
function Predecessors({ view, commune, assessment: { predecessors } }: ResultProps) {
  const { words, formats, content } = view;
  if (!predecessors || predecessors.total === 0) return null;
  return (
    <div class="both-maps">
      {commune.validFrom && (
        <p>
          {words.commune.merged(
            commune.fullName,
            formats.day(commune.validFrom),
            formats.count(predecessors.total),
            content.question?.year.year ?? 0,
            formats.count(predecessors.met),
          )}
        </p>
      )}
      <ul aria-label={words.commune.predecessors}>
        {predecessors.units.map(({ code, fullName, verdict }) => (
          <li key={code}>
            {fullName}: {words.unitVerdict[verdict]}
          </li>
        ))}
      </ul>
    </div>
  );
}
