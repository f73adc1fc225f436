import { ChangeSentence } from './change-sentence';
import { chosenPlace, placeName } from './chosen-place';
import { MapSentence } from './map-sentence';
import { shownVerdict, VERDICT_SIGNS } from './shown-verdict';
import { nounOf, type View } from './view';

/** The answer in a sentence, as the API says it, and every step that led to it. */
export function Answer({ view }: { readonly view: View }) {
  const { content, words, address } = view;
  const place = chosenPlace(content);
  const { question } = content;
  if (!question) return null;
  const title = address.language === 'en' ? question.indicator.titleEn : question.indicator.titleVi;
  const attainment = place?.attainment;
  const verdict = attainment && shownVerdict(attainment);
  return (
    <section class="answer" aria-labelledby="answer-title">
      <h1 id="answer-title">
        {placeName(view)} <small>{title}</small>
      </h1>
      {attainment && verdict ? (
        <>
          <p class={`verdict verdict-${verdict.toLowerCase()}`}>
            <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {words.verdict[verdict]}
          </p>
          <p class="sentence">{attainment.answer}</p>
          <ChangeSentence view={view} />
          <MapSentence view={view} />
          <details class="explanation">
            <summary>{words.explanation}</summary>
            <ol>
              {attainment.explanation.map(({ step, text }) => (
                <li key={step}>{text}</li>
              ))}
            </ol>
          </details>
        </>
      ) : (
        <p class="sentence">{words.notAnswered}</p>
      )}
      <Facts view={view} />
    </section>
  );
}

/** On which days the answer stands. */
function Facts({ view }: { readonly view: View }) {
  const { content, words, formats } = view;
  const { question, standing } = content;
  if (!question) return null;
  const { windowFrom, windowTo, windowStatus, year } = question.year;
  const provinces = standing?.mapState?.provinces;
  return (
    <ul class="facts">
      <li>
        {words.window(year, formats.day(windowFrom), formats.day(windowTo))}
        {windowStatus === 'INFERENCE' && <small> ({words.inference})</small>}
        {windowStatus === 'UNVERIFIED' && <small> ({words.unverified})</small>}
      </li>
      <li>
        {provinces
          ? words.mapOf(formats.day(question.map), String(provinces))
          : words.mapShort(formats.day(question.map))}
      </li>
      <li>{words.countedOn(nounOf(view), formats.day(question.year.countedOn))}</li>
      {question.knownOn && <li>{words.knownOn(formats.day(question.knownOn))}</li>}
    </ul>
  );
}
