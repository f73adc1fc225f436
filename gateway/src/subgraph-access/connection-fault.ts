/** The connection to a service was not made, or broke before the answer was whole: an idempotent fetch may go again. */
export class ConnectionFault extends Error {
  constructor(service: string, cause: unknown) {
    super(`the connection to ${service} failed`, { cause });
  }
}
