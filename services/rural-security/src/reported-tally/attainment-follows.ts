import { divide, HUNDRED, multiply, type Rational } from '@tieuchi/subgraph-kit';
import { readPrinted } from './printed-decimal';
import { printedFollows } from './printed-follows';

/**
 * Whether a printed attainment follows from rate and target, as official reports reckon it: 78 of 80 is 97.5. Where a
 * rate is printed, that one and not the exact one is divided, because that is what reports do.
 * @param rate exact, for reports that print none; null without a total
 */
export function attainmentFollows(
  printedAttainment: string,
  target: string,
  printedRate: string | null,
  rate: Rational | null,
): boolean {
  const divided = printedRate === null ? rate : readPrinted(printedRate).value;
  const { value: asked } = readPrinted(target);
  if (divided === null || asked.numerator === 0n) return true;
  return printedFollows(printedAttainment, multiply(HUNDRED, divide(divided, asked)), null);
}
