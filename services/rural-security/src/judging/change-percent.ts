import { HUNDRED_PERCENT, type Percent } from './percent';

const FEWEST_PLACES = 2;

/**
 * `100·(cases − baselineCases)/baselineCases` for a baseline above 0: "-4.99", "12.5". Two decimals, and more until the
 * printed value is on the exact one's side of the limit, of 0 and of −100: 95,001 after 100,000 is "-4.999", never "-5".
 */
export function changePercent(cases: number, baselineCases: number, fewerByAtLeast: Percent): string {
  const base = BigInt(baselineCases);
  const change = 100n * (BigInt(cases) - base);
  // what divides the people who read it: the limit, no change at all, no case left
  const thresholds = [-fewerByAtLeast.hundredths, -HUNDRED_PERCENT];
  for (let places = FEWEST_PLACES; ; places++) {
    const scale = 10n ** BigInt(places);
    const shown = nearest(change * scale, base);
    const isFaithful =
      sign(shown) === sign(change) &&
      thresholds.every((limit) => 100n * shown <= limit * scale === 100n * change <= limit * base);
    // a finite decimal is shown exactly sooner or later, any other one comes as close as is needed
    if (isFaithful) return printScaled(shown, places);
  }
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** Halves away from zero, as official reports do; `divisor` is positive. */
function nearest(value: bigint, divisor: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return value < 0n ? -rounded : rounded;
}

function printScaled(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
