import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENTS_FOLDER = join(__dirname, '../../clients');

/** Where the dashboard reads its operations, from `schema/`. */
export const DASHBOARD_OPERATIONS = '../clients/dashboard/src/data/operations.generated.ts';

/** An operation that a client of ours sends, as it stands in its file. */
export interface ClientOperation {
  /** From the folder of the clients, without its ending: "exports/assessments". */
  readonly file: string;
  /** SHA-256 of the document, by which a client may name it instead of sending it. */
  readonly hash: string;
  readonly document: string;
}

/** In the order of their files. */
export function listClientOperations(): ClientOperation[] {
  return readdirSync(CLIENTS_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql') && !path.includes('node_modules'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const document = readFileSync(join(CLIENTS_FOLDER, path), 'utf8');
      const hash = createHash('sha256').update(document).digest('hex');
      return { file: path.replace(/\.graphql$/, ''), hash, document };
    });
}

/** The manifest of the operations that clients send; written by `npm run schema`, read by the gateway. */
export function printTrustedOperations(): string {
  return `${JSON.stringify(listClientOperations(), null, 2)}\n`;
}
