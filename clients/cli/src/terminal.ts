/** Where a command writes, and what the process will exit with. */
export interface Terminal {
  print(line: string): void;
  /** For people, on standard error: results stay clean. */
  warn(line: string): void;
  /** Whether lines may be coloured: a terminal that people look at, and nobody said NO_COLOR. */
  readonly isColoured: boolean;
  exitCode: number;
}

/** Why a question has no answer; for words in another language than the message's. */
export type Obstacle = 'UNREACHABLE' | 'REFUSED' | 'WRONG';

/** A failure in one line that says what to do. */
export class CliError extends Error {
  override name = 'CliError';

  constructor(
    message: string,
    readonly obstacle: Obstacle = 'WRONG',
  ) {
    super(message);
  }
}
