import type { AsOf } from '../as-of';
import { type Day, endOfDayInVietnam } from '../day';
import { SpeakingError } from '../errors/speaking-error';

/** The advisory lock of a schema that its writers share until they commit, and that the end of a day takes alone. */
const RECORDING_LOCK = "hashtext('recording ' || current_schema())";

/** What a writer takes first: what it records from then on is committed before anybody finds that day closed. */
export const HOLD_RECORDING = `pg_advisory_xact_lock_shared(${RECORDING_LOCK})`;

/** Less than a statement may take, so that writers who queue behind a wait in vain do not fail with it. */
const WAIT_FOR_WRITERS_MS = 3_000;

/** A transaction that waits until nobody records; its last but one statement says when that was, in ms, by the database. */
export const WAIT_FOR_WRITERS = [
  'begin read only',
  `set local lock_timeout = ${WAIT_FOR_WRITERS_MS}`,
  `select pg_advisory_xact_lock(${RECORDING_LOCK})`,
  'select extract(epoch from clock_timestamp()) * 1000 as now',
  'commit',
];

/**
 * The days that this process has found closed: over by the database's clock, with all that they record committed. One
 * wait for the writers closes every day that was over then, so it is passed once a day and not once an answer.
 */
export class ClosedDays {
  private closedUntil = Number.NEGATIVE_INFINITY;
  private readonly closing = new Map<Day, Promise<void>>();

  /** @param waitForWriters resolves with the database's clock, in ms, at a moment at which nobody recorded */
  constructor(private readonly waitForWriters: () => Promise<number>) {}

  /**
   * Stands before each reading as known on a day that is over. Today is not: what is known today is provisional.
   * @throws SpeakingError KNOWN_ON_IN_FUTURE where the day is not over by the database's clock; DAY_NOT_CLOSED while a
   * long write goes on
   */
  async pass({ knownOn, today }: AsOf): Promise<void> {
    if (knownOn === null || knownOn === today || endOf(knownOn) <= this.closedUntil) return;
    const closing = this.closing.get(knownOn) ?? this.close(knownOn).finally(() => this.closing.delete(knownOn));
    this.closing.set(knownOn, closing);
    await closing;
  }

  private async close(day: Day): Promise<void> {
    const now = await this.waitForWriters();
    if (now < endOf(day)) {
      throw new SpeakingError(
        'KNOWN_ON_IN_FUTURE',
        `@asOf(knownOn: "${day}") – by the database's clock that day is not over; ask again when it is.`,
      );
    }
    this.closedUntil = Math.max(this.closedUntil, now);
  }
}

function endOf(day: Day): number {
  return Date.parse(endOfDayInVietnam(day));
}
