/** The connection to a service was not made, or broke before the answer was whole: an idempotent fetch may go again. */
export class ConnectionFault extends Error {
  constructor(service: string, cause: unknown) {
    super(`the connection to ${service} failed`, { cause });
  }
}

/**
 * What `fetch` throws, told apart: a broken connection is a TypeError; a passed deadline and an answer that is no JSON
 * are other things, and would not be better the second time.
 */
export function asConnectionFault(service: string, error: unknown): unknown {
  return error instanceof TypeError ? new ConnectionFault(service, error) : error;
}
