import type { Actor } from '../identity/actor';
import type { Act } from './record-act';

const WINDOW_MS = 1_000;

/** What happened again since its last entry. */
interface Repeated {
  readonly actor: Actor;
  readonly act: Act;
  times: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Writes an actor's act at once, and what the same actor repeats of it once a second with how often: nobody fills the
 * disk with what is refused to them. Where the database is away the next second tries again.
 */
export class RecentActs {
  private readonly recent = new Map<string, Repeated>();

  constructor(private readonly write: (actor: Actor, act: Act, times: number) => Promise<void>) {}

  /** @throws what the first entry's write throws; one that is repeated waits for nothing */
  async record(actor: Actor, act: Act, times: number): Promise<void> {
    const key = JSON.stringify([actor.subject, actor.role, actor.scope, act.action, act.what]);
    const known = this.recent.get(key);
    if (known) {
      this.recent.set(key, { ...known, act: merge(known, act), times: known.times + times });
      return;
    }
    const timer = setInterval(() => void this.writeRepeated(key), WINDOW_MS);
    timer.unref();
    this.recent.set(key, { actor, act, times: 0, timer });
    try {
      await this.write(actor, act, times);
    } catch (error) {
      this.forget(key);
      throw error;
    }
  }

  /** Writes what still waits; nothing is recorded afterwards. */
  async close(): Promise<void> {
    for (const key of this.recent.keys()) {
      await this.writeRepeated(key);
      this.forget(key);
    }
  }

  private async writeRepeated(key: string): Promise<void> {
    const held = this.recent.get(key);
    if (!held) return;
    if (held.times === 0) return this.forget(key);
    this.recent.set(key, { ...held, times: 0 });
    await this.write(held.actor, held.act, held.times).catch(() => {
      const since = this.recent.get(key);
      if (since) this.recent.set(key, { ...since, times: since.times + held.times });
    });
  }

  private forget(key: string): void {
    clearInterval(this.recent.get(key)?.timer);
    this.recent.delete(key);
  }
}

/** The unit of several is said only where it is one. */
function merge({ act, times }: Repeated, again: Act): Act {
  return times === 0 || act.unitId === again.unitId ? again : { ...again, unitId: undefined };
}
