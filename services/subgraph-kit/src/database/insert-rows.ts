import type { EntityManager } from 'typeorm';

export interface BulkRows {
  /** Column definitions as PostgreSQL reads the rows' JSON: `"unitId" text, year integer`. */
  readonly columns: string;
  readonly rows: readonly object[];
}

/**
 * Inserts many rows with one statement; they travel as one JSON text.
 * @param into table and columns: `assessment (unit_id, year)`
 * @param select what goes into them, from `columns`
 */
export async function insertRows(
  tx: EntityManager,
  into: string,
  select: string,
  { columns, rows }: BulkRows,
): Promise<void> {
  await tx.query(`insert into ${into} select ${select} from jsonb_to_recordset($1::jsonb) as r(${columns})`, [
    JSON.stringify(rows),
  ]);
}
