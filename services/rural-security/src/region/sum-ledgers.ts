/** The parts of a ledger that differ from unit to unit; the others are the same for all units of a request. */
interface Ledger {
  readonly place?: string;
  readonly days: readonly number[];
  readonly indicators: Readonly<Record<string, readonly unknown[]>>;
}
type Tallies = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** Where in the entry of an indicator its tallies and its targets stand. */
const [TALLIES, TARGETS] = [3, 4];
/** Where in a target it is said that it is the country's. */
const INHERITED = 5;

/**
 * One ledger for several units: counts are added, days that one of them cannot answer for are left out, and of the targets
 * only the country's holds, because no source sets one for the units together.
 * @param ledgers as JSON, of units on one map
 * @returns null for no units
 */
export function sumLedgers(place: string, ledgers: readonly string[]): string | null {
  const [first, ...others] = ledgers.map((text) => JSON.parse(text) as Ledger);
  if (!first) return null;
  const days = first.days.filter((day) => others.every((ledger) => ledger.days.includes(day)));
  const indicators = Object.entries(first.indicators).map(([id, entry]) => {
    if (entry.length <= TALLIES) return [id, entry];
    const tallies = sumTallies([first, ...others].map((ledger) => (ledger.indicators[id]?.[TALLIES] ?? {}) as Tallies));
    const targets = ((entry[TARGETS] ?? []) as unknown[][]).filter((target) => target[INHERITED] === true);
    return [id, entry.with(TALLIES, tallies).with(TARGETS, targets)];
  });
  return JSON.stringify({ ...first, place, days, indicators: Object.fromEntries(indicators) });
}

function sumTallies(all: readonly Tallies[]): Tallies {
  const sums: Record<string, Record<string, number[]>> = {};
  for (const tallies of all) {
    for (const [population, years] of Object.entries(tallies)) {
      const sum = sums[population] ?? {};
      for (const [year, counts] of Object.entries(years)) sum[year] = add(sum[year] ?? [], counts);
      sums[population] = sum;
    }
  }
  return sums;
}

/** Counts that are left out at the end are 0. */
function add(a: readonly number[], b: readonly number[]): number[] {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b];
  return longer.map((count, place) => count + (shorter[place] ?? 0));
}
