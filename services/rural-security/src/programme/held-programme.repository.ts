import type { EntityManager } from 'typeorm';
import type { ParsedProgramme } from './parse-programme';

/** A programme that is loaded, and the file that it was loaded from. */
export interface HeldProgramme {
  readonly id: string;
  readonly contentHash: string;
  readonly isImported: boolean;
  /** The text of the imported file; null for a shipped one, which lies under `data/`. */
  readonly importedText: string | null;
}

export function findHeldProgrammes(tx: EntityManager): Promise<HeldProgramme[]> {
  return tx.query(
    `select p.id, p.content_hash as "contentHash", p.is_imported as "isImported",
       case when p.is_imported then (select f.content from imported_programme f where f.programme_id = p.id
         order by f.id desc limit 1) end as "importedText"
     from programme p`,
  );
}

export async function insertImportedProgramme(
  tx: EntityManager,
  name: string,
  { programme, text, contentHash }: ParsedProgramme,
): Promise<void> {
  await tx.query('insert into imported_programme (programme_id, name, content, content_hash) values ($1, $2, $3, $4)', [
    programme.id,
    name,
    text,
    contentHash,
  ]);
}
