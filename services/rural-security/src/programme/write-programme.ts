import type { EntityManager } from 'typeorm';
import type { ParsedProgramme } from './parse-programme';
import { programmeRows, type TableRows } from './programme-rows';

/** Where a file came from. */
export interface ProgrammeSource {
  readonly name: string;
  readonly isImported: boolean;
}

/**
 * Makes the tables hold this programme as its file says, and nothing else of it, by writing the difference. What
 * assessments rest on must have been checked: a year with assessments that is taken away fails here by its reference.
 */
export async function writeProgramme(tx: EntityManager, parsed: ParsedProgramme, from: ProgrammeSource): Promise<void> {
  const tables = programmeRows(parsed, from);
  for (const table of [...tables].reverse()) await deleteOthers(tx, table, parsed.programme.id);
  for (const table of tables) await upsert(tx, table);
}

async function deleteOthers(tx: EntityManager, { name, key, ofProgramme, rows }: TableRows, id: string): Promise<void> {
  await tx.query(
    `delete from ${name} where ${ofProgramme} = $1
     and (${key.join(', ')}) not in (select ${key.join(', ')} from jsonb_populate_recordset(null::${name}, $2::jsonb))`,
    [id, JSON.stringify(rows)],
  );
}

/** A row that stands as it should is not touched. */
async function upsert(tx: EntityManager, { name, key, columns, rows }: TableRows): Promise<void> {
  const changeable = columns.filter((column) => !key.includes(column));
  const listed = (prefix: string) => changeable.map((column) => `${prefix}.${column}`).join(', ');
  await tx.query(
    `insert into ${name} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)
     on conflict (${key.join(', ')}) do update set (${changeable.join(', ')}) = row(${listed('excluded')})
     where (${listed(name)}) is distinct from (${listed('excluded')})`,
    [JSON.stringify(rows)],
  );
}
