import type { Part } from './chosen-place';
import { shownVerdict } from './shown-verdict';
import { hrefTo, marked, nounOf, type View } from './view';

/** Both readings of a map that groups units of an earlier one: what each says, and why they can differ. */
export function MapSentence({ view }: { readonly view: View }) {
  const readings = view.content.question?.level === 'COUNTRY' ? countryReadings(view) : provinceReadings(view);
  if (!readings) return null;
  const { words, content } = view;
  const { own, carried, differs } = readings;
  const [before, now] = [content.ownMap?.mapState?.provinces, content.standing?.mapState?.provinces];
  return (
    <div class="both-maps">
      {before !== undefined && now !== undefined && (
        <p>
          {marked(view, words.ownMap.both(String(before), own, String(now), carried))}
          {differs && ` ${words.ownMap.differs(nounOf(view))}`}
        </p>
      )}
      <OwnUnits view={view} />
    </div>
  );
}

interface Readings {
  readonly own: string;
  readonly carried: string;
  /** Whether they lack another number of units. */
  readonly differs: boolean;
}

/** How many provinces of each map attained their target. */
function countryReadings({ content, words, formats }: View): Readings | null {
  const before = content.ownMap?.country?.provinces;
  const now = content.standing?.country?.provinces;
  if (!before || !now) return null;
  const told = (provinces: readonly Pick<Part, 'attainment'>[] | typeof before) => {
    const attained = provinces.filter(({ attainment }) => attainment?.verdict === 'ATTAINED').length;
    return words.ownMap.provinces(formats.count(attained), formats.count(provinces.length));
  };
  return { own: told(before), carried: told(now), differs: shortfallOf(before) !== shortfallOf(now) };
}

function shortfallOf(
  provinces: readonly { readonly attainment: { readonly shortfall: number | null } | null }[],
): number {
  return provinces.reduce((sum, { attainment }) => sum + (attainment?.shortfall ?? 0), 0);
}

/** How many of the units that it groups attained their target, and what they say together. */
function provinceReadings({ content, words }: View): Readings | null {
  const { province } = content.standing ?? {};
  const reading = province?.attainmentOnOwnMap;
  if (!province?.attainment || !reading) return null;
  const { shortfall } = province.attainment;
  return {
    own: words.ownMap.attained(String(reading.attainedUnits), String(reading.units.length)),
    carried: words.verdict[shownVerdict(province.attainment)].toLowerCase(),
    differs: shortfall !== null && reading.shortfall !== null && shortfall !== reading.shortfall,
  };
}

/** The units that a province groups, each against its own target. */
function OwnUnits({ view }: { readonly view: View }) {
  const { content, words, formats } = view;
  const reading = content.standing?.province?.attainmentOnOwnMap;
  if (!reading || !content.question) return null;
  const { programme, year } = content.question;
  const ownMap = programme.closingMap ?? year.countedOn;
  return (
    <ul>
      {reading.units.map(({ code, fullName, attainment }) => (
        <li key={code}>
          <a href={hrefTo(view, { map: ownMap, place: code })}>{fullName}</a>: {formats.count(attainment.met)}/
          {formats.count(attainment.total)} – {words.verdict[shownVerdict(attainment)].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
