import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import type { BackupWay } from './backup-way';
import { listTables, SESSION } from './table-fingerprint';

/** Rows at a time: files of evidence are 10 MB each, everything else is small. */
const FEW = 4;
const MANY = 2_000;
/** Characters that are held before they are written. */
const HELD_LIMIT = 50_000_000;

/**
 * Row by row, where no `pg_dump` is as new as the server: each table as a file of its rows, each as PostgreSQL writes a row
 * and reads it again, so that nothing is lost on the way.
 * @param makeTables brings an empty database to the version of the software: what holds the rows is not in the files
 */
export function rowWay(makeTables: (targetUrl: string) => Promise<void>): BackupWay {
  return {
    name: 'rows',
    async save({ client, schemas }, folder) {
      for (const table of await listTables(client, schemas)) await saveTable(client, table, fileOf(folder, table));
      await saveLines(fileOf(folder, 'sequences'), await readSequences(client, schemas));
    },
    async restore(targetUrl, schemas, folder) {
      await makeTables(targetUrl);
      const target = new Client({ connectionString: targetUrl });
      await target.connect();
      try {
        await target.query(SESSION);
        // triggers stamp, count and audit: these rows are stamped, counted and audited already
        await target.query(`begin; set local session_replication_role = replica`);
        const tables = await listTables(target, schemas);
        await target.query(`truncate ${tables.join(', ')}`);
        for (const table of tables) await restoreTable(target, table, fileOf(folder, table));
        for await (const line of linesOf(fileOf(folder, 'sequences'))) {
          const [name, value] = JSON.parse(line) as [string, string];
          await target.query('select setval($1::regclass, $2::bigint)', [name, value]);
        }
        await target.query('commit');
      } finally {
        await target.end();
      }
    },
  };
}

const fileOf = (folder: string, name: string) => join(folder, `${name.replaceAll('"', '')}.rows`);

async function saveTable(client: Client, table: string, file: string): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600 });
  const size = (await columnsOf(client, table)).some(({ type }) => type === 'bytea') ? FEW : MANY;
  await client.query(`declare saved cursor for select t::text as row from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${size} from saved`);
    if (rows.length === 0) break;
    const isTaken = out.write(rows.map(({ row }) => `${JSON.stringify(row)}\n`).join(''));
    if (!isTaken) await once(out, 'drain');
  }
  await client.query('close saved');
  out.end();
  await finished(out);
}

async function restoreTable(target: Client, table: string, file: string): Promise<void> {
  const columns = (await columnsOf(target, table)).filter(({ generated }) => !generated).map(({ name }) => name);
  const insert = `insert into ${table} (${columns.join(', ')}) overriding system value
    select ${columns.map((name) => `(line.row).${name}`).join(', ')}
    from (select text::${table} as row from unnest($1::text[]) as text offset 0) as line`;
  let lines: string[] = [];
  const write = async () => {
    if (lines.length > 0) await target.query(insert, [lines]);
    lines = [];
  };
  let held = 0;
  for await (const line of linesOf(file)) {
    lines.push(JSON.parse(line));
    held += line.length;
    if (lines.length < MANY && held < HELD_LIMIT) continue;
    await write();
    held = 0;
  }
  await write();
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select quote_ident(attname) as name, atttypid::regtype::text as type, attgenerated <> '' as generated
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows;
}

/** What numbers rows goes on after the last one. */
async function readSequences(client: Client, schemas: readonly string[]): Promise<[string, string][]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
     where schemaname = any($1) and last_value is not null`,
    [schemas],
  );
  return rows.map(({ name, value }) => [name, value]);
}

async function saveLines(file: string, lines: readonly unknown[]): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600 });
  out.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await finished(out);
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
