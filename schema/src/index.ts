import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientOperation } from './client-operations';
import type { Exports } from './export-layout';

export type { ExportColumn, ExportLayout, Exports } from './export-layout';

/** Where the contract lies: the SDL of each subgraph and the supergraph made of them. */
export const SCHEMA_FOLDER = join(__dirname, '../');

/** The supergraph, the only thing that the gateway reads of its services. */
export function readSupergraph(): string {
  return readFileSync(join(SCHEMA_FOLDER, 'supergraph.graphql'), 'utf8');
}

/** The operations that our clients send, as the manifest names them. */
export function readTrustedManifest(): readonly ClientOperation[] {
  return JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'trusted-operations.json'), 'utf8'));
}

/** Their documents by their SHA-256. */
export function readTrustedOperations(): ReadonlyMap<string, string> {
  return new Map(readTrustedManifest().map(({ hash, document }) => [hash, document]));
}

/** What can be downloaded as a table. */
export function readExports(): Exports {
  return JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'exports.json'), 'utf8'));
}
