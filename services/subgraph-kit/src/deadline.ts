/** How long somebody waits for an answer: until a moment, or until they are gone. Passed on, it only gets shorter. */
export class Deadline {
  private constructor(
    private readonly endsAtMs: number,
    /** Aborted when whoever waits is gone. */
    readonly signal: AbortSignal | null,
  ) {}

  /** @param ms from now, by a clock that nobody sets */
  static after(ms: number, signal: AbortSignal | null = null): Deadline {
    return new Deadline(performance.now() + ms, signal);
  }

  /** The same time, also when whoever asked does not wait for it. */
  unattended(): Deadline {
    return new Deadline(this.endsAtMs, null);
  }

  /** What is left, in whole ms; 0 when the time is over or nobody waits any more. */
  leftMs(): number {
    if (this.signal?.aborted) return 0;
    return Math.max(0, Math.ceil(this.endsAtMs - performance.now()));
  }
}

/** Carries what is left, in ms: the clocks of two machines may differ, durations do not. */
export const DEADLINE_HEADER = 'tieuchi-deadline-ms';

/** @returns undefined where the header is missing or is no number of ms: then nobody is known to wait */
export function readDeadline(header: string | string[] | undefined, signal: AbortSignal): Deadline | undefined {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Deadline.after(Number(header), signal) : undefined;
}
