import { chosenPlace } from './chosen-place';
import { isSynthetic, type View } from './view';

/** Of the window, and of what is printed or kept. */
export function titleOf({ content, words }: View): string {
  const mark = isSynthetic(content) ? words.syntheticMark : '';
  const place = chosenPlace(content)?.fullName ?? content.commune?.fullName ?? words.filters.country;
  const { indicator, year } = content.question ?? {};
  const what = indicator && year ? ` – ${indicator.number}, ${year.year}` : '';
  return `${mark}${place}${what} – ${words.product}`;
}
