/** The sources do not give the geography that they must; `differences` names every one found, in a stable order. */
export class ReferenceMismatchError extends Error {
  constructor(
    subject: string,
    readonly differences: readonly string[],
  ) {
    super(`${subject}: ${differences.length} difference(s)\n${differences.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ReferenceMismatchError';
  }
}

/** @throws ReferenceMismatchError unless `differences` is empty. */
export function refuseDifferences(subject: string, differences: readonly string[]): void {
  if (differences.length > 0) throw new ReferenceMismatchError(subject, differences);
}
