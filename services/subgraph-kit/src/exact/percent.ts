import { printDecimal } from './decimal';
import { type Rational, rational } from './rational';

/** A percentage from 0 to 100 in whole hundredths of a percent: 87.5 % is 8,750n. */
export interface Percent {
  readonly hundredths: bigint;
}

const SHAPE = /^(\d{1,3})(?:\.(\d{1,2}))?$/;
const HUNDRED_PERCENT = 10_000n;

/**
 * Reads "99", "87.5" or "99.25".
 * @throws RangeError for any other text, for more than two decimals and for more than 100.
 */
export function parsePercent(text: string): Percent {
  const [, whole, fraction = ''] = SHAPE.exec(text) ?? [];
  const hundredths = whole === undefined ? null : BigInt(whole + fraction.padEnd(2, '0'));
  if (hundredths === null || hundredths > HUNDRED_PERCENT) {
    throw new RangeError(
      `expected a percentage from 0 to 100 with at most two decimals, such as "87.5", got "${text}"`,
    );
  }
  return { hundredths };
}

/** Without trailing zeros: "99", "87.5". */
export function printPercent(percent: Percent): string {
  return printDecimal(percentPoints(percent), 'NEAREST');
}

/** As an exact number of percentage points: 87.5 % is 175/2. */
export function percentPoints({ hundredths }: Percent): Rational {
  return rational(hundredths, 100n);
}
