/** What a log keeps of an error: enough to find its cause, nothing that somebody typed. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Places in the code alone. */
  readonly stack?: string;
  /** PostgreSQL's own names: of things, never of what they hold. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly routine?: string;
  readonly cause?: LoggedError;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Faults of values, and what functions raise: their messages quote what was sent. */
const QUOTES_VALUES = /^(22|P0|TC)/;
const DEPTH = 3;

/**
 * An error for the log. The parameters of a statement, PostgreSQL's `detail` and `where`, and what a message quotes are
 * left out: they hold the names and words that were sent.
 */
export function describeError(error: unknown, depth = DEPTH): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error was thrown' };
  const { code, table, column, constraint, routine, cause } = error as Error & Record<string, unknown>;
  const named = { code, table, column, constraint, routine };
  return {
    type: error.name,
    message: withoutValues(error.message, code),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => typeof value === 'string')),
    ...(error.stack && { stack: placesOf(error.stack) }),
    ...(cause !== undefined && depth > 1 && { cause: describeError(cause, depth - 1) }),
  };
}

/** What a database quotes is the name of a table or column, unless the fault is a value's. */
function withoutValues(message: string, code: unknown): string {
  const isDatabase = typeof code === 'string' && SQLSTATE.test(code);
  if (isDatabase && !QUOTES_VALUES.test(code)) return message;
  // a quotation may be cut off where the message is
  return message.replace(/(["'`])[^"'`]*(\1|$)/g, '"…"');
}

/** A stack repeats its message first. */
function placesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
