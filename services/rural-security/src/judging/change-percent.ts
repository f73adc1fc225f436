import { HUNDRED, keepsSidesOf, type Percent, percentPoints, printDecimal, rational } from '@tieuchi/subgraph-kit';

/**
 * `100·(cases − baselineCases)/baselineCases` for a baseline above 0: "-4.99", "12.5". Two decimals, and more until the
 * printed value is on the exact one's side of the limit, of 0 and of −100: 95,001 after 100,000 is "-4.999", never "-5".
 */
export function changePercent(cases: number, baselineCases: number, fewerByAtLeast: Percent): string {
  // as a reduction, because that is what reaches the limit
  const reduction = rational(100n * (BigInt(baselineCases) - BigInt(cases)), baselineCases);
  const printed = printDecimal(reduction, 'NEAREST', keepsSidesOf(percentPoints(fewerByAtLeast), HUNDRED));
  return printed.startsWith('-') ? printed.slice(1) : printed === '0' ? '0' : `-${printed}`;
}
