import { chosenPlace } from '../../page/chosen-place';
import { marked, nounOf, type View } from '../../page/view';

/** How many units would change the verdict, in the figures of the explanation. */
export function ChangeSentences({ view }: { readonly view: View }) {
  const sentences = changeSentences(view);
  return (
    <ul class="panel-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{marked(view, sentence)}</li>
      ))}
    </ul>
  );
}

function changeSentences(view: View): readonly string[] {
  const { words, formats } = view;
  const attainment = chosenPlace(view.content)?.attainment;
  const units = attainment?.unitsToChange;
  if (!attainment || !units) return [words.changes.none];
  const noun = nounOf(view);
  if (units.toAttain === 0) {
    const lose = units.toLose === null ? [] : [words.changes.lose(formats.count(units.toLose), noun)];
    return [words.changes.attained, ...lose];
  }
  return [
    words.changes.attain(formats.count(units.toAttain), noun),
    ...(units.toAttainFromUnknown > 0
      ? [words.changes.fromUnknown(formats.count(units.toAttainFromUnknown), noun)]
      : []),
    units.toAttainFromNotMet > 0
      ? words.changes.fromNotMet(formats.count(units.toAttainFromNotMet), noun)
      : words.changes.enough(noun),
  ];
}
