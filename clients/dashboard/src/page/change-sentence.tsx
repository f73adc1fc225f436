import { chosenPlace } from './chosen-place';
import { marked, nounOf, type View } from './view';
import { yearChange } from './year-change';

/** What became of the place since the year before, or why that cannot be told. */
export function ChangeSentence({ view }: { readonly view: View }) {
  const sentence = sentenceOf(view);
  return sentence === null ? null : <p class="change">{marked(view, sentence)}</p>;
}

function sentenceOf(view: View): string | null {
  const { words, formats, content } = view;
  const year = content.question?.year.year;
  const change = year === undefined ? null : yearChange(chosenPlace(content)?.attainmentSeries ?? [], year);
  if (!change || year === undefined) return null;
  const noun = nounOf(view);
  const before = year - 1;
  if (change.kind === 'OTHER_TOTAL') {
    return words.change.otherTotal(
      before,
      noun,
      formats.count(change.from),
      formats.count(change.to),
      change.to > change.from,
    );
  }
  if (change.kind !== 'CHANGED') return words.change[change.kind](before);
  if (change.by === 0) return words.change.same(before);
  const count = `${formats.count(Math.abs(change.by))} ${noun}`;
  return change.by > 0 ? words.change.more(count, before) : words.change.fewer(count, before);
}
