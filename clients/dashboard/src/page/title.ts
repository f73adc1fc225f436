import { placeName } from './chosen-place';
import type { View } from './view';

/** Of the window, and of what is printed or kept. */
export function titleOf(view: View): string {
  const { content, words } = view;
  const mark = content.isSynthetic ? words.syntheticMark : '';
  const { indicator, year } = content.question ?? {};
  const what = indicator && year ? ` – ${indicator.number}, ${year.year}` : '';
  return `${mark}${placeName(view)}${what} – ${words.product}`;
}
