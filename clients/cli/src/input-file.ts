import { readFileSync } from 'node:fs';
import { CliError } from './terminal';

/** @throws CliError that names the file when it cannot be read */
export function readInputFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
