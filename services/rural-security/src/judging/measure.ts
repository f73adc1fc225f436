import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Measures } from './rule';

/**
 * One measure by its name; null where it is not known.
 * @throws SpeakingError BAD_USER_INPUT when it is no whole number of 0 or more
 */
export function readMeasure(measures: Measures | null, name: string): number | null {
  if (measures === null || !Object.hasOwn(measures, name)) return null;
  const count = measures[name] ?? null;
  if (count === null || (Number.isSafeInteger(count) && count >= 0)) return count;
  throw new SpeakingError('BAD_USER_INPUT', `${name}: ${count} – a measure is a whole number, 0 or more.`, {
    measures: [name],
  });
}
