import type { EntityManager } from 'typeorm';
import type { FileKind, GeographyFile } from './geography-file';

export interface StoredFile extends GeographyFile {
  readonly contentHash: string;
}

/** The imported files in the order in which they were applied. */
export async function findGeographyFiles(tx: EntityManager): Promise<StoredFile[]> {
  const rows: { kind: FileKind; name: string; content: Buffer; content_hash: string }[] = await tx.query(
    'select kind, name, content, content_hash from imported_file order by id',
  );
  return rows.map(({ content_hash: contentHash, ...file }) => ({ ...file, contentHash }));
}

export async function insertGeographyFile(tx: EntityManager, { kind, name, content, contentHash }: StoredFile) {
  await tx.query('insert into imported_file (kind, name, content, content_hash) values ($1, $2, $3, $4)', [
    kind,
    name,
    Buffer.from(content),
    contentHash,
  ]);
}
