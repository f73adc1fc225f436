/** What differs from unit to unit in a ledger; its first line is the same for all units of a request. */
interface Own {
  readonly days: readonly number[];
  readonly tallies?: readonly (readonly number[])[];
  readonly targets?: readonly (readonly unknown[])[];
}

/** How many numbers of a tally say what is counted; after them the counts. */
const NAMED_BY = 3;

/**
 * One ledger for several units: counts are added, days that one of them cannot answer for are left out, and of the targets
 * only the country's holds, because no source sets one for the units together.
 * @param ledgers two lines of JSON each, of units on one map
 * @returns null for no units
 */
export function sumLedgers(place: string, ledgers: readonly string[]): string | null {
  const [common] = ledgers[0]?.split('\n') ?? [];
  if (common === undefined) return null;
  const [first, ...others] = ledgers.map((text) => JSON.parse(text.slice(text.indexOf('\n') + 1)) as Own) as [Own];
  const all = [first, ...others];
  const days = first.days.filter((day) => all.every((own) => own.days.includes(day)));
  const tallies = sumTallies(all.flatMap((own) => own.tallies ?? []));
  // the last word of a target says that it is the country's
  const targets = first.targets?.filter((target) => target.at(-1) === true);
  return `${common}\n${JSON.stringify({ ...first, place, days, tallies, targets })}`;
}

function sumTallies(all: readonly (readonly number[])[]): number[][] {
  const sums = new Map<string, number[]>();
  for (const tally of all) {
    const name = tally.slice(0, NAMED_BY).join(' ');
    sums.set(name, add(sums.get(name) ?? tally.slice(0, NAMED_BY), tally));
  }
  return [...sums.values()];
}

/** Counts that are left out at the end are 0. */
function add(sum: readonly number[], tally: readonly number[]): number[] {
  const longer = sum.length < tally.length ? tally : sum;
  return longer.map((value, place) => (place < NAMED_BY ? value : (sum[place] ?? 0) + (tally[place] ?? 0)));
}
