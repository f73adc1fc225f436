import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { Actor } from '../identity/actor';

/** What leaves no row of its own, and is audited all the same. */
export interface Act {
  /** `REFUSED`: it was asked for and not done. `READ`: something that the policy marks as privileged was read. */
  readonly action: 'READ' | 'REFUSED';
  /** A name of ours – a mutation, a field, a table, an address – of letters, digits and `_./-`; never what people typed. */
  readonly what: string;
  /** The unit that it was about, where that is known. */
  readonly unitId?: string | undefined;
}

/**
 * Leaves an entry in the service's audit, in a transaction of its own: it stands whatever becomes of the act's. An actor's
 * same act is one entry a second, with how often; a privileged read waits for its entry, and fails without it.
 * @param times how many rows were read, or how many times it was refused
 */
export function recordAct(database: Database, actor: Actor, act: Act, times = 1): Promise<void> {
  return database.recordAct(actor, act, times);
}

/** What a transaction did without writing rows that are audited, such as counting anew; the entry stands or falls with it. */
export async function recordDone(tx: EntityManager, what: string, times: number): Promise<void> {
  await tx.query("select record_act('DONE', $1, null, $2)", [what, Math.max(1, times)]);
}
