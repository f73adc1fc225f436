import { type Database, type Gauge, SYSTEM } from '@tieuchi/subgraph-kit';
import type { TallyCheck } from './tally-check';
import { TallyCheckRepository } from './tally-check.repository';

/** The comparison counts the whole country from scratch, in about a second: not at every scrape. */
export const CHECK_EVERY_MS = 15 * 60_000;

/**
 * Whether the kept counts are those of the rows. They change in one transaction with the rows, so none can lag; what an
 * operator must hear of is that some differ, and that nobody has compared for long. A scrape never waits for the
 * comparison: it shows the last one and begins the next where that is old.
 * @param now milliseconds, for tests
 */
export function tallyGauges(database: Database, now: () => number = Date.now): Gauge[] {
  const checks = new TallyCheckRepository(database, SYSTEM);
  let last: { readonly check: TallyCheck; readonly at: number } | null = null;
  let begunAt = Number.NEGATIVE_INFINITY;

  function lookAgain(): void {
    if (now() - begunAt < CHECK_EVERY_MS) return;
    begunAt = now();
    checks.check().then(
      (check) => {
        last = { check, at: now() };
      },
      () => {}, // the last one goes on aging, which is what is alerted on
    );
  }

  return [
    {
      name: 'tieuchi_tallies_differing',
      help: 'Kept counts that were not those of their rows when they were last compared; anything but 0 is a defect.',
      read: () => {
        lookAgain();
        return last ? [{ value: last.check.differingCount }] : [];
      },
    },
    {
      name: 'tieuchi_tallies_compared_timestamp_seconds',
      help: 'When the kept counts were last compared with their rows, in Unix time; the age is time() less this.',
      read: () => (last ? [{ value: last.at / 1_000 }] : []),
    },
  ];
}
