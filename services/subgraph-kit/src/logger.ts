import { type Logger, pino } from 'pino';

export type { Logger };

/** Logs as JSON lines on standard error; standard output is for people and for results. */
export function createLogger(service: string, level = 'warn'): Logger {
  return pino({ name: service, level, base: { service } }, pino.destination({ dest: 2, sync: false }));
}
