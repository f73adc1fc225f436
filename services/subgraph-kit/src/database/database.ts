import { type Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow, types } from 'pg';
import { DataSource, type EntityManager, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { AsOf } from '../as-of';
import { RecentActs } from '../audit/recent-acts';
import type { Act } from '../audit/record-act';
import { DataVersion } from '../data-version/data-version';
import { READ_DATA_VERSION } from '../data-version/data-version-sql';
import { isEndOfDay } from '../day';
import type { Deadline } from '../deadline';
import { type Actor, SYSTEM } from '../identity/actor';
import { StartError } from '../start-error';
import { currentTracing } from '../tracing/tracing';
import { ClosedDays, HOLD_RECORDING, WAIT_FOR_WRITERS } from './closed-days';
import { inWords, tooLate, writeInWords } from './error-in-words';
import { JoinedTransaction } from './joined-transaction';
import { PreparedStatements } from './prepared-statements';
import { isLeftUsable, Reading } from './reading';

const DATE_OID = 1082;
// pg makes a local-midnight Date of a day, which is another day elsewhere: days stay text
types.setTypeParser(DATE_OID, (text) => text);

export type Statement = (sql: string, actor: Actor) => void;

export interface DatabaseOptions {
  /** Connects as the application's role, which owns nothing. */
  readonly url: string;
  /** The service's own schema: its search path, and all that its role may see. */
  readonly schema: string;
  readonly entities?: readonly (new () => object)[] | readonly EntitySchema[];
  readonly poolSize?: number;
  /** A statement that runs longer is ended by the server. */
  readonly statementTimeoutMs?: number;
  /** Told of every data statement; transaction control is not one. For tests and metrics. */
  readonly onStatement?: Statement;
}

const SYSTEM_TIMEOUT_MS = 120_000;
const STATEMENT_TIMEOUT_MS = 4_000;
/** A server that ends its statements in time says so within this; one that does not is silent. */
const SILENT_AFTER_MS = 1_000;
/** Of a connection, and of a place in the pool: a whole request takes no longer. */
const CONNECT_WITHIN_MS = 15_000;
const WHO =
  "select set_config('app.actor', $1, true), set_config('app.role', $2, true), set_config('app.scope', $3, true), set_config('statement_timeout', $4, true)";

const TO_COUNT = "set_config('app.reading', 'COUNTS', true)";
const PLANNED_ONCE = "set_config('plan_cache_mode', 'force_generic_plan', true)";
const READS_ONLY = "set_config('transaction_read_only', 'on', true)";
/** For the rest of a transaction that writes: what it reads is counted, not shown. See `Database.count`. */
export const SEE_TO_COUNT = `select ${TO_COUNT}`;
const SEAL = 'select seal_entries($1) as sealed';

/** A connection that breaks has failed its statements already; as an event that nobody hears it would end the process. */
function ignoreLoss(): void {}

/**
 * How a prepared statement is planned. By its values: anew at each reading where PostgreSQL takes that for cheaper, which
 * pays for lists of very different lengths. Once: where the plan does not depend on them, and planning would cost half as
 * much as reading.
 */
export type Planning = 'BY_VALUES' | 'ONCE';

const saying = (...settings: readonly string[]) => [WHO, ...settings].join(', ');
const WHO_READS = {
  shown: { BY_VALUES: saying(READS_ONLY), ONCE: saying(READS_ONLY, PLANNED_ONCE) },
  counted: { BY_VALUES: saying(READS_ONLY, TO_COUNT), ONCE: saying(READS_ONLY, TO_COUNT, PLANNED_ONCE) },
} satisfies Record<string, Record<Planning, string>>;
/** A transaction that also writes is not read only, and keeps its planning: settings hold to its end. */
const WHO_READS_IN_WRITE = { shown: WHO, counted: saying(TO_COUNT) };

/** What one answer asks of its database beside its statements. */
export interface DatabaseTerms {
  readonly asOf: AsOf | null;
  /** How long the answer is waited for. */
  readonly deadline?: Deadline | undefined;
  /** The transaction that all of the answer belongs to, where it is one. */
  readonly transaction?: JoinedTransaction | undefined;
}

const NO_TERMS: DatabaseTerms = { asOf: null };

/** One service's PostgreSQL as its application role. Every statement runs as somebody. */
export class Database {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly options: Required<Pick<DatabaseOptions, 'onStatement' | 'statementTimeoutMs'>>,
    private readonly terms: DatabaseTerms = NO_TERMS,
    private readonly closedDays = new ClosedDays(() => this.waitForWriters()),
    private readonly recentActs = new RecentActs((...act) => this.writeAct(...act)),
    private readonly prepared = new PreparedStatements(),
    readonly dataVersion = new DataVersion(),
  ) {}

  /** @throws the driver's error when the database cannot be reached */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const { onStatement = () => {}, statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
    const dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      schema: options.schema,
      entities: [...(options.entities ?? [])] as never[],
      installExtensions: false,
      logger: 'debug',
      poolSize: options.poolSize ?? 8,
      extra: {
        pipeline: true,
        statement_timeout: statementTimeoutMs,
        // the server's own limit ends nothing where the server is gone without a word
        query_timeout: Math.max(statementTimeoutMs, SYSTEM_TIMEOUT_MS) + SILENT_AFTER_MS,
        connectionTimeoutMillis: CONNECT_WITHIN_MS,
        options: `-c search_path=${options.schema},public`,
        Client: currentTracing()?.Client,
      },
    });
    await dataSource.initialize();
    return new Database(dataSource, { onStatement, statementTimeoutMs });
  }

  /**
   * The same database for one answer: before its first reading as known on a closed day, whoever still recorded on that
   * day has committed. Repositories know nothing of it; a database that was not asked this way refuses such readings.
   */
  asKnown(asOf: AsOf | null): Database {
    return this.forAnswer({ ...this.terms, asOf });
  }

  /** `asKnown`, with statements that take no longer than the answer is waited for, within its transaction if it has one. */
  forAnswer(terms: DatabaseTerms): Database {
    const { dataSource, options, closedDays, recentActs, prepared, dataVersion } = this;
    return new Database(dataSource, options, terms, closedDays, recentActs, prepared, dataVersion);
  }

  /**
   * One reading statement. It shares a round trip with the short transaction that says who asks, so that row-level
   * security sees the actor and a pooled connection carries nothing over to the next one.
   * @throws SpeakingError see ClosedDays.pass
   */
  read<R extends object>(
    actor: Actor,
    sql: string,
    values: readonly unknown[] = [],
    planning: Planning = 'BY_VALUES',
  ): Promise<R[]> {
    return this.readAs('shown', planning, actor, sql, values);
  }

  /**
   * The same for a statement that counts rows and answers none of them: it sees those too that are not published, so
   * that a count does not depend on who asks for it. What of the counts is shown to whom is said where they are shown.
   */
  count<R extends object>(
    actor: Actor,
    sql: string,
    values: readonly unknown[] = [],
    planning: Planning = 'BY_VALUES',
  ): Promise<R[]> {
    return this.readAs('counted', planning, actor, sql, values);
  }

  private async readAs<R extends object>(
    rows: keyof typeof WHO_READS,
    planning: Planning,
    actor: Actor,
    sql: string,
    values: readonly unknown[],
  ): Promise<R[]> {
    const { asOf, transaction } = this.terms;
    if (asOf?.knownOn) await this.closedDays.pass(asOf);
    else if (!asOf && values.some(isEndOfDay)) {
      throw new Error('a reading as known on a day goes through asKnown: somebody may still record on that day');
    }
    this.options.onStatement(sql, actor);
    const who = transaction ? WHO_READS_IN_WRITE[rows] : WHO_READS[rows][planning];
    const asked = () => ({ name: this.prepared.nameOf(who), text: who, values: this.whoIs(actor) });
    const statement = { name: this.prepared.nameOf(sql), text: sql, values: [...values] };
    if (transaction) return transaction.read(asked(), statement);
    const result = await this.onConnection(
      (client) => {
        const reading = new Reading<R & QueryResultRow>(asked(), statement, this.silenceMs);
        client.query(reading);
        return reading.answer;
      },
      (error) => !isLeftUsable(error),
    );
    return result.rows;
  }

  /**
   * A transaction that writes: all of `work` or nothing. What `work` does elsewhere than on `tx` is outside of it. It is
   * taken back, too, when it comes to its end after the time of its answer: whoever asked was told that none came.
   */
  async write<T>(actor: Actor, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { transaction } = this.terms;
    const written = async (tx: EntityManager) => {
      await tx.query(`${WHO}, ${HOLD_RECORDING}`, this.whoIs(actor));
      // nobody waits for the system's own work, and loading a register takes seconds on a busy machine
      if (actor === SYSTEM) await tx.query(`set local statement_timeout = ${SYSTEM_TIMEOUT_MS}`);
      const result = await work(tx).catch((error: unknown) => {
        throw writeInWords(error, actor);
      });
      this.statementMs();
      return result;
    };
    if (transaction) return transaction.write(written);
    const result = await this.dataSource.transaction(written).catch((error: unknown) => {
      throw inWords(error);
    });
    // before anybody is told that it is written, so that no older answer is given after it
    await this.lookForVersion();
    return result;
  }

  /** Learns the version of the data from the database; where that does not answer, it is not known any more. */
  async lookForVersion(): Promise<void> {
    try {
      const [result] = await this.transact(() => [{ text: READ_DATA_VERSION }]);
      this.dataVersion.raise(Number(result?.rows[0]?.version));
    } catch {
      this.dataVersion.lose();
    }
  }

  /** See `recordAct`, which others call. */
  recordAct(actor: Actor, act: Act, times: number): Promise<void> {
    return this.recentActs.record(actor, act, times);
  }

  /** Seals entries of the audit. @returns how many; 0 also while another process does */
  async seal(most: number): Promise<number> {
    const steps = await this.transact(() => [{ text: 'begin' }, { text: SEAL, values: [most] }, { text: 'commit' }]);
    return steps[1]?.rows[0].sealed;
  }

  async close(): Promise<void> {
    await this.recentActs.close();
    await this.dataSource.destroy();
  }

  private async writeAct(actor: Actor, { action, what, unitId }: Act, times: number): Promise<void> {
    await this.transact(() => [
      { text: 'begin' },
      { text: WHO, values: this.whoIs(actor) },
      { text: 'select record_act($1, $2, $3, $4)', values: [action, what, unitId ?? null, times] },
      { text: 'commit' },
    ]);
  }

  /** What the pool holds now, and how many wait for one of it. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /**
   * One transaction for all that an answer reads and writes: `work` passes it on in the terms of its databases. Committed
   * when `work` ends, taken back as a whole when it fails.
   */
  async join<T>(actor: Actor, work: (tx: EntityManager, transaction: JoinedTransaction) => Promise<T>): Promise<T> {
    // a day is closed before the transaction holds what its closing waits for
    if (this.terms.asOf?.knownOn) await this.closedDays.pass(this.terms.asOf);
    return this.write(actor, (tx) => work(tx, new JoinedTransaction(tx)));
  }

  /** Statements of one transaction, its begin and its end among them, in one round trip. */
  private async transact(statements: () => readonly QueryConfig[]): Promise<QueryResult[]> {
    let broken = false;
    return this.onConnection(
      async (client) => {
        const steps = await Promise.allSettled(
          statements().map((statement) => client.query({ ...statement, query_timeout: this.silenceMs } as QueryConfig)),
        );
        // a transaction's end fails with its connection alone, and then nobody else may get that
        broken = steps.at(-1)?.status === 'rejected';
        return steps.map((step) => {
          if (step.status === 'rejected') throw step.reason;
          return step.value;
        });
      },
      () => broken,
    );
  }

  /** @param isBroken whether the connection of what failed with this may serve nobody else */
  private async onConnection<T>(work: (client: PoolClient) => Promise<T>, isBroken: (error: unknown) => boolean) {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw inWords(error);
    });
    if (!client.listeners('error').includes(ignoreLoss)) client.on('error', ignoreLoss);
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(isBroken(error));
      throw inWords(error);
    }
  }

  /** What is waited for a server that ends its statements in time. */
  private get silenceMs(): number {
    return this.options.statementTimeoutMs + SILENT_AFTER_MS;
  }

  private whoIs({ subject, role, scope }: Actor): string[] {
    return [subject, role, scope, String(this.statementMs())];
  }

  /**
   * How long a statement may take now: what is left of the answer's time, and no longer than any.
   * @throws SpeakingError QUERY_TOO_COMPLEX when nothing is left
   */
  private statementMs(): number {
    const { statementTimeoutMs } = this.options;
    const leftMs = this.terms.deadline?.leftMs() ?? statementTimeoutMs;
    if (leftMs === 0) throw tooLate();
    return Math.min(leftMs, statementTimeoutMs);
  }

  private async waitForWriters(): Promise<number> {
    const results = await this.transact(() => WAIT_FOR_WRITERS.map((text) => ({ text })));
    return Number(results.at(-2)?.rows[0].now);
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

export interface MigrationOptions {
  /** Connects as the role that owns the schema; used for this alone. */
  readonly ownerUrl: string;
  readonly schema: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Brings a schema to the newest version, in one transaction. Two starts at once wait for each other. */
export async function migrate({ ownerUrl, schema, migrations }: MigrationOptions): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    // the console is for people: a failed migration is told of by its error
    logger: 'debug',
    poolSize: 2,
    extra: { options: `-c search_path=${schema},public` },
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [`migrate ${schema}`]);
    await refuseNewerSchema(dataSource, schema);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}

/** A database that a newer version has written to is left alone: what its columns mean is not known here. */
async function refuseNewerSchema(dataSource: DataSource, schema: string): Promise<void> {
  const [{ exists }] = await dataSource.query("select to_regclass($1 || '.migration') is not null as exists", [schema]);
  if (!exists) return;
  const done: { name: string }[] = await dataSource.query('select name from migration order by id');
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = done.find(({ name }) => !known.has(name));
  if (!unknown) return;
  throw new StartError(
    `the database was written by another version of the software (${schema}: ${unknown.name})`,
    'start that version, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
  );
}
