import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, StartError } from '@tieuchi/subgraph-kit';
import { type ParsedProgramme, parseProgramme } from './parse-programme';

const DATA = join(__dirname, '../../data');
const SCHEMA_FILE = /\.schema\.json$/;

export interface ShippedProgramme extends ParsedProgramme {
  readonly name: string;
}

/**
 * The programmes that are shipped: each JSON file of `folder` is one.
 * @throws StartError that names the file and each fault with its place
 */
export function readShippedProgrammes(folder = DATA): ShippedProgramme[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !SCHEMA_FILE.test(name))
    .sort()
    .map((name) => {
      const { parsed, faults } = parseProgramme(readFileSync(join(folder, name)));
      if (faults) throw programmeError(name, faults);
      return { ...parsed, name };
    });
}

export function programmeError(name: string, faults: readonly Fault[]): StartError {
  const lines = faults.map(({ place, message }) => `${place}: ${message}`).join('; ');
  return new StartError(`programme file ${name}: ${lines}`, 'mend the file and start again');
}
