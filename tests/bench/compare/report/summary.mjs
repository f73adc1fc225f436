import { median } from '../../support/table.mjs';

/** @param {number[]} values at least one */
export function spreadOf(values) {
  return { min: Math.min(...values), median: median(values), max: Math.max(...values) };
}

/** By system, operation and measure the spread over the rounds; a measure that could not be taken is null. */
export function summarise(rounds) {
  const [first] = rounds;
  return mapValues(first, (operations, system) =>
    mapValues(operations, (measures, operation) =>
      mapValues(measures, (_, measure) => {
        const values = rounds.map((round) => round[system][operation][measure]);
        return values.includes(null) ? null : spreadOf(values);
      }),
    ),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
