import { DatabaseError, Query, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { SpeakingError } from '../errors/speaking-error';

type Callback = (error: Error | undefined, result: unknown) => void;

/** What the driver's connection has that its types leave out. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  readonly stream: { cork(): void; uncork(): void };
  parse(statement: { name: string | undefined; text: string }): void;
  bind(statement: { statement: string | undefined; values: readonly unknown[] | undefined }): void;
  execute(): void;
}

/** The driver's query with what its types leave out. The driver looks for name and text when a statement has been parsed. */
declare class DriverQuery {
  constructor(text: string, values: readonly unknown[], callback: Callback);
  name: string | undefined;
  text: string;
  queryMode: 'extended' | undefined;
  submit(wire: Wire): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}
const BaseQuery = Query as unknown as typeof DriverQuery;

/** A prepared statement answers other columns than when it was prepared: another process has brought the schema forward. */
const OUTDATED_PLAN = '0A000';

/**
 * Two statements up to one Sync, which to PostgreSQL are one transaction without a begin and a commit. The first says who
 * asks, for as long as that transaction lasts, and what it answers is passed over; the second is the reading.
 */
export class Reading<R extends QueryResultRow> extends BaseQuery {
  /** Settles when the server has answered, or will not any more. */
  readonly answer: Promise<QueryResult<R>>;
  private isPreceded = true;

  /** @param query_timeout how long the server may say nothing, in ms; the driver looks for it by this name */
  constructor(
    private readonly before: QueryConfig,
    private readonly statement: QueryConfig,
    readonly query_timeout: number,
  ) {
    const { promise, resolve, reject } = promised<QueryResult<R>>();
    super(statement.text, statement.values ?? [], (error, result) =>
      error ? reject(error) : resolve(result as QueryResult<R>),
    );
    this.answer = promise;
    this.name = statement.name;
    // without values the text would go as a transaction of its own
    this.queryMode = 'extended';
  }

  override submit(wire: Wire): Error | null {
    wire.stream.cork();
    try {
      this.sendBefore(wire);
      return super.submit(wire);
    } finally {
      this.answers(this.before);
      wire.stream.uncork();
    }
  }

  override handleDataRow(message: unknown): void {
    if (!this.isPreceded) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.isPreceded) {
      this.isPreceded = false;
      this.answers(this.statement);
    } else {
      super.handleCommandComplete(message, wire);
    }
  }

  /** The server passes over what was sent behind a statement that fails, so that it does not know it. */
  override handleError(error: Error, wire: Wire): void {
    const { name } = this.statement;
    if (this.isPreceded && name !== undefined) delete wire.submittedNamedStatements[name];
    super.handleError(error, wire);
  }

  private sendBefore(wire: Wire): void {
    const { name, text, values } = this.before;
    const isKnown = name !== undefined && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]);
    if (!isKnown) wire.parse({ name, text });
    if (name !== undefined && !isKnown) wire.submittedNamedStatements[name] = text;
    wire.bind({ statement: name, values });
    wire.execute();
  }

  /** Whose answer comes next. */
  private answers({ name, text }: QueryConfig): void {
    this.name = name;
    this.text = text;
  }
}

/** Whether a connection may serve others after a reading on it has failed with this. */
export function isLeftUsable(error: unknown): boolean {
  // what our own code says was said before anything was sent
  if (error instanceof SpeakingError) return true;
  return error instanceof DatabaseError && error.severity === 'ERROR' && error.code !== OUTDATED_PLAN;
}

function promised<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}
