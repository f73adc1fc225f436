import type { Database } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';

/**
 * The same database for whoever writes slowly: a transaction stops before a statement, or before it ends.
 * @param statement what such a statement begins with; null: the end
 * @param pause what happens meanwhile, in the transaction
 */
export function pausingBefore(
  database: Database,
  statement: string | null,
  pause: (tx: EntityManager) => Promise<void>,
): Database {
  const slow: Pick<Database, 'write'> = {
    write: (actor, work) =>
      database.write(actor, async (tx) => {
        const query = async (sql: string, values?: unknown[]) => {
          if (statement !== null && sql.trimStart().startsWith(statement)) await pause(tx);
          return tx.query(sql, values);
        };
        const result = await work({ query } as EntityManager);
        if (statement === null) await pause(tx);
        return result;
      }),
  };
  return slow as Database;
}
