import { createHash } from 'node:crypto';
import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { buildGeography, lockEdition, publishEdition } from './edition';
import { applyGeographyFile, type FileReport, type GeographyFile } from './geography-file';
import { findGeographyFiles, insertGeographyFile } from './geography-file.repository';

export interface ImportOutcome {
  readonly status: 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';
  readonly report: FileReport;
}

/** Building all maps anew and writing the difference take longer than a request may. */
const IMPORT_TIMEOUT_MS = 120_000;

/**
 * Applies a file to the geography: one transaction, all or nothing. The same file again, or one that changes nothing,
 * leaves everything as it is; two at once take turns.
 * @param dryRun only says what it would do
 */
export function importGeographyFile(
  database: Database,
  actor: Actor,
  file: GeographyFile,
  dryRun: boolean,
): Promise<ImportOutcome> {
  return database.write(actor, async (tx: EntityManager) => {
    await tx.query(`set local statement_timeout = ${IMPORT_TIMEOUT_MS}`);
    await lockEdition(tx);
    const files = await findGeographyFiles(tx);
    const contentHash = createHash('sha256').update(file.kind).update(file.content).digest('hex');
    const current = buildGeography(files);
    const { geography, accepted, report } = applyGeographyFile(current, file);
    if (!accepted) return { status: 'REFUSED', report };
    if (geography === current) return { status: 'UNCHANGED', report };
    if (dryRun) return { status: 'PREVIEWED', report };
    const stored = { ...file, contentHash };
    await insertGeographyFile(tx, stored);
    await publishEdition(tx, geography, [...files, stored]);
    return { status: 'APPLIED', report };
  });
}
