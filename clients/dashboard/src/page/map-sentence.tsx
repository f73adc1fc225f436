import { shownVerdict } from './shown-verdict';
import { hrefTo, nounOf, type View } from './view';

/** Both readings of a province that groups units of an earlier map: what each says, and why they can differ. */
export function MapSentence({ view }: { readonly view: View }) {
  const { content, words, formats } = view;
  const { province } = content.standing ?? {};
  const reading = province?.attainmentOnOwnMap;
  if (!province?.attainment || !reading || !content.question) return null;
  const { programme, year } = content.question;
  const { shortfall } = province.attainment;
  const differs = shortfall !== null && reading.shortfall !== null && shortfall !== reading.shortfall;
  const ownMap = programme.closingMap ?? year.countedOn;
  return (
    <div class="both-maps">
      <p>
        {words.ownMap.title}: {words.ownMap.attained(String(reading.attainedUnits), String(reading.units.length))}.{' '}
        {words.ownMap.carried}: {words.verdict[shownVerdict(province.attainment)].toLowerCase()}.
        {differs && ` ${words.ownMap.differs(nounOf(view))}`}
      </p>
      <ul>
        {reading.units.map(({ code, fullName, attainment }) => (
          <li key={code}>
            <a href={hrefTo(view, { map: ownMap, place: code })}>{fullName}</a>: {formats.count(attainment.met)}/
            {formats.count(attainment.total)} – {words.verdict[shownVerdict(attainment)].toLowerCase()}
          </li>
        ))}
      </ul>
    </div>
  );
}
