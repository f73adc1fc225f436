import { Client } from 'pg';
import type { TestDatabase } from '../support/test-database';
import { until } from '../support/until';

/** A swap that stands still, as another connection sees it. */
export interface StoppedSwap {
  /** Of PostgreSQL's process. */
  readonly backend: number;
  /** The edition that readers see. */
  readonly edition: number;
  /** Links that readers see and that the swap has deleted, without an end of its transaction. */
  readonly deletedLinks: number;
}

/** Holds the locks that a statement takes, so that a swap of rural security's register stops where it meets them. */
export class SwapBarrier {
  private constructor(
    private readonly database: TestDatabase,
    private readonly client: Client,
    private readonly holder: number,
  ) {}

  static async raise(database: TestDatabase, lockStatement: string): Promise<SwapBarrier> {
    const client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    await client.query('begin');
    await client.query(lockStatement);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new SwapBarrier(database, client, (rows[0] as { pid: number }).pid);
  }

  /** Waits for the swap to stand before the lock and nowhere else. */
  async stoppedSwap(): Promise<StoppedSwap> {
    let stopped: StoppedSwap | undefined;
    await until('a swap to meet the lock', async () => {
      // not on the holder's connection: a transaction sees the activity of its first look again and again
      const rows = await this.database.query<StoppedSwap>(
        `select pid as backend, (select edition from rural_security.register_edition) as edition,
           (select count(*)::int from rural_security.register_link where xmax = backend_xid) as "deletedLinks"
         from pg_stat_activity
         where usename = 'rural_security_app' and state = 'active' and $1 = any(pg_blocking_pids(pid))`,
        [this.holder],
      );
      stopped = rows[0];
      return rows.length === 1;
    });
    return stopped as StoppedSwap;
  }

  /** Lets what waited go on, and waits until PostgreSQL has noticed that nobody is there for that backend any more. */
  async liftFor({ backend }: StoppedSwap): Promise<void> {
    await this.lift();
    await until('the backend of the killed process to end', async () => {
      const left = await this.database.query('select from pg_stat_activity where pid = $1', [backend]);
      return left.length === 0;
    });
  }

  lift(): Promise<void> {
    return this.client.end();
  }
}
