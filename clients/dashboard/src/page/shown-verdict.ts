import type { FiguresFragment } from '../data/operations.generated';
import type { ShownVerdict } from '../words/vi';

/** A target that was not attained is "missed" once its due day has passed. */
export function shownVerdict({ verdict, duePassed }: Pick<FiguresFragment, 'verdict' | 'duePassed'>): ShownVerdict {
  return verdict === 'NOT_ATTAINED' && duePassed ? 'MISSED' : verdict;
}

/** A sign beside the word, so that a verdict is never told by colour alone. */
export const VERDICT_SIGNS: Readonly<Record<ShownVerdict, string>> = {
  ATTAINED: '●',
  NOT_ATTAINED: '○',
  MISSED: '✕',
  UNDECIDED: '◐',
  NO_DATA: '▨',
  NO_TARGET: '–',
  NOT_APPLICABLE: '–',
};
