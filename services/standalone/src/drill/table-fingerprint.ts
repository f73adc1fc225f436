import type { Client } from 'pg';

/** What a table holds, whatever the order of its rows. */
export interface TableFingerprint {
  /** `schema.table`, quoted where it must be. */
  readonly table: string;
  readonly rows: number;
  /** The sum of 60 bits of each row's MD5: equal contents give equal sums, and a doubled row another one. */
  readonly hash: string;
}

/** Rows are texts here, and those depend on how a session prints values. */
export const SESSION = `set time zone 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
  set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0`;

/** The tables of these schemas, by name. */
export async function listTables(client: Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) order by 1`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}

export async function fingerprintTables(client: Client, schemas: readonly string[]): Promise<TableFingerprint[]> {
  const fingerprints: TableFingerprint[] = [];
  for (const table of await listTables(client, schemas)) {
    const { rows } = await client.query<{ rows: number; hash: string }>(
      `select count(*)::int as rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as hash
       from ${table} t`,
    );
    fingerprints.push({ table, ...rows[0]! });
  }
  return fingerprints;
}

/** One sentence for each table that is not the same on both sides. */
export function compareFingerprints(before: readonly TableFingerprint[], after: readonly TableFingerprint[]): string[] {
  const restored = new Map(after.map((one) => [one.table, one]));
  const known = new Set(before.map(({ table }) => table));
  return [
    ...before.flatMap(({ table, rows, hash }) => {
      const found = restored.get(table);
      if (!found) return [`${table} was not restored`];
      if (found.rows !== rows) return [`${table} had ${rows} rows and has ${found.rows}`];
      return found.hash === hash ? [] : [`${table} has ${rows} rows as before, and not the same ones`];
    }),
    ...after.filter(({ table }) => !known.has(table)).map(({ table }) => `${table} was not there before`),
  ];
}
