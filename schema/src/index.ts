import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exports } from './export-layout';

export type { ExportColumn, ExportLayout, Exports } from './export-layout';

/** Where the contract lies: the SDL of each subgraph and the supergraph made of them. */
export const SCHEMA_FOLDER = join(__dirname, '../');

/** The supergraph, the only thing that the gateway reads of its services. */
export function readSupergraph(): string {
  return readFileSync(join(SCHEMA_FOLDER, 'supergraph.graphql'), 'utf8');
}

/** What can be downloaded as a table. */
export function readExports(): Exports {
  return JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'exports.json'), 'utf8'));
}
