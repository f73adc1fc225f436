import { compare, type Rational } from '@tieuchi/subgraph-kit';
import { readPrinted, roundTo } from './printed-decimal';
import { boundOf } from './qualifier';

/**
 * Whether a printed number follows from the exact one: rounded halves up at the printed number of decimals it is the
 * same. "trên" asks for the printed number or more, "gần" for it or less.
 * @param printed "42.4"
 */
export function printedFollows(printed: string, exact: Rational, qualifier: string | null): boolean {
  const { value, places } = readPrinted(printed);
  const bound = boundOf(qualifier);
  if (bound === 'AT_LEAST') return compare(exact, value) >= 0;
  if (bound === 'AT_MOST') return compare(exact, value) <= 0;
  return compare(roundTo(exact, places), value) === 0;
}
