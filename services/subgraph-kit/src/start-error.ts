/** A start that cannot go on: one line that says what is wrong, and what to do about it. Printed without a stack. */
export class StartError extends Error {
  override name = 'StartError';

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }

  /** The one line that a start prints before it exits with a code other than 0. */
  get line(): string {
    return `${this.message} – ${this.hint}`;
  }
}
