import type { QueryConfig, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';
import { inWords } from './error-in-words';

interface Wire {
  query(statement: QueryConfig): Promise<QueryResult>;
}

/** A reading sees what its actor sees, whatever a write before it had itself shown in order to count; after it, that holds again. */
const SHOW_AGAIN: QueryConfig = {
  text: "select set_config('app.reading', current_setting('app.reading_before', true), true)",
};
const HIDE = `set_config('app.reading_before', coalesce(current_setting('app.reading', true), ''), true),
  set_config('app.reading', '', true)`;

/** One transaction that several repositories share for the time of an answer; they do not know of it. */
export class JoinedTransaction {
  private written = 0;

  constructor(private readonly tx: EntityManager) {}

  /** How many writes of it have succeeded. */
  get writes(): number {
    return this.written;
  }

  /** @param who says who reads, and whether only to count */
  async read<R extends object>(who: QueryConfig, statement: QueryConfig): Promise<R[]> {
    const wire = (await this.tx.queryRunner?.connect()) as Wire;
    // sent in one turn, so that no other reading of the answer comes between
    const steps = [{ text: `select ${HIDE}` }, who, statement, SHOW_AGAIN].map((step) => wire.query(step));
    const settled = await Promise.allSettled(steps);
    for (const step of settled) if (step.status === 'rejected') throw inWords(step.reason);
    return (settled[2] as PromiseFulfilledResult<QueryResult>).value.rows as R[];
  }

  /** A part of the transaction that is taken back alone when it fails as expected. */
  async write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.tx.transaction(async (part) => {
      await part.query(`select ${HIDE}`);
      return work(part);
    });
    this.written += 1;
    return result;
  }
}
