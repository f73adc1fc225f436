/** Where a command writes, and what the process will exit with. */
export interface Terminal {
  print(line: string): void;
  /** For people, on standard error: results stay clean. */
  warn(line: string): void;
  exitCode: number;
}

/** A failure in one line that says what to do. */
export class CliError extends Error {
  override name = 'CliError';
}
