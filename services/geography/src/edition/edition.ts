import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { buildReferenceGeography } from '../reference/build-reference-geography';
import { referenceFingerprint } from '../reference/reference-fingerprint';
import type { ReferenceGeography } from '../reference/reference-geography';
import { applyGeographyFile } from './geography-file';
import { findGeographyFiles, type StoredFile } from './geography-file.repository';
import { writeGeography } from './write-geography';

/** Loading and importing take turns: each builds on what is there. */
export async function lockEdition(tx: EntityManager): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('geography edition'))");
}

/**
 * Loads the geography where its packages, our patch rows or the imported files are others than at the last time: all in
 * one transaction, or nothing. The next edition of the register begins with it.
 */
export async function loadEdition(tx: EntityManager, onProgress?: (message: string) => void): Promise<void> {
  await lockEdition(tx);
  const files = await findGeographyFiles(tx);
  const newest: { fingerprint: string }[] = await tx.query(
    'select fingerprint from edition order by edition desc limit 1',
  );
  if (newest[0]?.fingerprint === fingerprintOf(files)) return;
  onProgress?.('loading the administrative maps');
  await publishEdition(tx, buildGeography(files), files);
}

/** What the packages say, then each imported file in its turn. */
export function buildGeography(files: readonly StoredFile[]): ReferenceGeography {
  return files.reduce((geography, file) => {
    const applied = applyGeographyFile(geography, file);
    // it was accepted when it came; that it is refused now means that the packages under it have changed
    if (!applied.accepted) throw new Error(`${file.name} does not fit the reference data any more: import it anew`);
    return applied.geography;
  }, buildReferenceGeography());
}

/** Writes a geography as the newest edition. */
export async function publishEdition(tx: EntityManager, geography: ReferenceGeography, files: readonly StoredFile[]) {
  await writeGeography(tx, geography);
  await tx.query('insert into edition (fingerprint) values ($1)', [fingerprintOf(files)]);
}

function fingerprintOf(files: readonly StoredFile[]): string {
  const hash = createHash('sha256').update(referenceFingerprint());
  for (const { contentHash } of files) hash.update(contentHash);
  return hash.digest('hex');
}
