import type { Client } from 'pg';

/** A mistake in a function of the database: `text` of its source is replaced. */
export interface Fault {
  readonly functionName: string;
  readonly text: string;
  readonly replacement: string;
}

/** Does `work` with the fault in place, and puts the function back as it was. */
export async function withFault<T>(admin: Client, fault: Fault, work: () => Promise<T>): Promise<T> {
  const { functionName, text, replacement } = fault;
  const sql = 'select pg_get_functiondef(p.oid) as source from pg_proc p where p.oid = $1::regproc';
  const { rows } = await admin.query<{ source: string }>(sql, [functionName]);
  const source = rows[0]?.source ?? '';
  if (!source.includes(text)) throw new Error(`${functionName} does not say "${text}"`);
  await admin.query(source.replace(text, replacement));
  try {
    return await work();
  } finally {
    await admin.query(source);
  }
}
