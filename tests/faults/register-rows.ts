import { Client } from 'pg';
import type { TestDatabase } from '../support/test-database';

/** All that a swap writes: the register, and the tallies that rest on it. */
const TABLES = [
  'register_edition',
  'register_map_state',
  'register_unit_version',
  'register_link',
  'register_reorganisation',
  'security_tally',
] as const;
type Table = (typeof TABLES)[number];

export interface TableRows {
  readonly rows: number;
  /** Of every row with the transaction that wrote it: a row written again with the same words differs. */
  readonly digest: string;
}

export async function findRegisterRows(database: TestDatabase): Promise<Record<Table, TableRows>> {
  const found = await database.query<TableRows & { name: string }>(
    TABLES.map(
      (name) => `select '${name}' as name, count(*)::int as rows,
        md5(string_agg(t.xmin || t::text, '|' order by t::text)) as digest from rural_security.${name} t`,
    ).join(' union all '),
  );
  return Object.fromEntries(found.map(({ name, rows, digest }) => [name, { rows, digest }])) as Record<
    Table,
    TableRows
  >;
}

/** The transactions that wrote the rows there are: one after a swap that was one. */
export async function countWriters(database: TestDatabase): Promise<number> {
  const written = TABLES.map((name) => `select xmin::text as writer from rural_security.${name}`).join(' union ');
  const [{ writers } = { writers: 0 }] = await database.query<{ writers: number }>(
    `select count(distinct writer)::int as writers from (${written}) as written`,
  );
  return writers;
}

/** The kept tallies, and what a recount by the register held makes of them; the recount is taken back. */
export async function recountedTallies({ adminUrl }: TestDatabase): Promise<{ kept: string; recounted: string }> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    const kept = await digestOfTallies(client);
    await client.query('select rural_security.recount_tallies()');
    const recounted = await digestOfTallies(client);
    await client.query('rollback');
    return { kept, recounted };
  } finally {
    await client.end();
  }
}

async function digestOfTallies(client: Client): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `select count(*) || ' tallies, ' || sum(total) || ' units, ' || sum(met) || ' met, '
       || md5(string_agg(t::text, '|' order by t::text)) as digest from rural_security.security_tally t`,
  );
  return (rows[0] as { digest: string }).digest;
}
