import { type ServeOptions, serve } from './http/serve';
import { StartError } from './start-error';
import type { Subgraph } from './subgraph';
import { stopTracing } from './tracing/tracing';

/** Longer than a drain. */
const STOP_WITHIN_MS = 8_000;

export interface RunnableService extends ServeOptions {
  readonly subgraph: Subgraph;
}

/**
 * The life of a service's process: start, one line with the address, then until SIGTERM or SIGINT; running requests end
 * first. A start that cannot go on says why in one line and exits with 1.
 */
export async function runService(name: string, start: () => Promise<RunnableService>): Promise<void> {
  try {
    const { subgraph, ...options } = await start();
    const server = await serve(subgraph, options);
    process.stdout.write(`${name}: ${server.url}/graphql\n`);
    onTermination(async () => {
      // what a database that has gone leaves unanswered must not keep the process alive
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      await server.drain();
      await subgraph.close();
    });
  } catch (error) {
    process.stderr.write(`${name}: ${startLine(error)}\n`);
    process.exit(1);
  }
}

/** npm passes Ctrl-C on to a child that the terminal has told already: a repeat within this time is the same wish. */
const SAME_WISH_MS = 1_000;

/**
 * Calls `stop` once at the first signal to end and exits with 0; a later second one exits at once.
 * @returns the same for other reasons to end
 */
export function onTermination(stop: () => Promise<void>): () => void {
  let askedAt: number | null = null;
  const end = () => {
    if (askedAt !== null) {
      if (Date.now() - askedAt > SAME_WISH_MS) process.exit(1);
      return;
    }
    askedAt = Date.now();
    stop()
      .finally(stopTracing)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  return end;
}

const UNREACHABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  '28P01',
  '3D000',
]);
/** pg says these without a code. */
const UNREACHABLE_MESSAGE = /timeout expired|connection terminated|connection timeout/i;

/** One line for people: no stack, and what to do where we know it. */
export function startLine(error: unknown): string {
  if (error instanceof StartError) return error.line;
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (UNREACHABLE_CODES.has(code) || UNREACHABLE_MESSAGE.test(message)) {
    return `the database cannot be reached (${message || code}) – check the address, user and password in DATABASE_URL`;
  }
  if (code === 'ENOSPC' || code === '53100' || /no space left/i.test(message)) {
    return `the disk is full (${message}) – free some space and start again; nothing that was acknowledged is lost`;
  }
  return message || String(error);
}
