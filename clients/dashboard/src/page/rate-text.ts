import type { FiguresFragment } from '../data/operations.generated';
import type { View } from './view';

/** "98,54%"; with unknowns the rate is a lower bound and says so: "≥ 98,54%". */
export function rateText(
  { words, formats }: Pick<View, 'words' | 'formats'>,
  figures: Pick<FiguresFragment, 'ratePercent' | 'unknown'> | null,
): string {
  const percent = formats.percent(figures?.ratePercent);
  return figures?.ratePercent != null && figures.unknown > 0 ? words.atLeast(percent) : percent;
}
