import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './errors/logged-error';

export type { Logger };

/**
 * Logs as JSON lines on standard error; standard output is for people and for results. Errors are kept without what
 * anybody typed. What is written for a request is written by `traced`.
 * @param destination for tests
 */
export function createLogger(
  service: string,
  level = 'warn',
  // at once: what waits to be written when the process ends, and whose reader has gone, would be tried for ever
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const options = {
    name: service,
    level,
    base: { service },
    serializers: { err: (error: unknown) => describeError(error) },
  };
  return pino(options, destination);
}
