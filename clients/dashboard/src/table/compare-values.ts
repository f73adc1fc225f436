import { FORMATS } from '../words/formats';

/** The order of a column: numbers by size, texts by the Vietnamese alphabet, in both languages. */
export function compareValues(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : FORMATS.vi.compare(String(a), String(b));
}
