import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { StartError } from '../start-error';
import { policyStatements } from './policy-statements';
import type { TablePolicy } from './table-policy';

/** Rights, policies and audit triggers of a schema as the catalogue has them, whoever made them: one hash. */
const STATE = `
  select md5(string_agg(line, e'\\n' order by line)) as state from (
    select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity, relacl) as line
    from pg_class where relnamespace = $1::text::regnamespace and relkind in ('r', 'p')
    union all
    select concat_ws(' ', attrelid::regclass, attname, attacl) from pg_attribute
    where attacl is not null and attrelid in (select oid from pg_class where relnamespace = $1::text::regnamespace)
    union all
    select concat_ws(' ', tablename, policyname, permissive, roles, cmd, qual, with_check)
    from pg_policies where schemaname = $1
    union all
    select concat_ws(' ', tgrelid::regclass, tgenabled, pg_get_triggerdef(oid)) from pg_trigger
    where tgname like 'audited\\_%' and tgrelid in (select oid from pg_class where relnamespace = $1::text::regnamespace)
  ) as lines`;

/** Takes away every policy, audit trigger and right of the schema's tables, also those that somebody made by hand. */
const clear = (schema: string) => `
  do $$
  declare found record;
  begin
    for found in select policyname, tablename from pg_policies where schemaname = '${schema}' loop
      execute format('drop policy %I on ${schema}.%I', found.policyname, found.tablename);
    end loop;
    for found in select tgname, tgrelid::regclass as audited from pg_trigger
      where tgname like 'audited\\_%' and tgrelid in (select oid from pg_class where relnamespace = '${schema}'::regnamespace)
    loop
      execute format('drop trigger %I on %s', found.tgname, found.audited);
    end loop;
    for found in select distinct a.grantee from pg_class c cross join lateral aclexplode(c.relacl) a
      where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'p') and a.grantee not in (0, c.relowner)
    loop
      execute format('revoke all on all tables in schema ${schema} from %s', found.grantee::regrole);
    end loop;
  end $$;
  revoke all on all tables in schema ${schema} from public`;

/**
 * Makes the rights, the row-level security and the audit of a schema what its policy table says, as its owner. Where they are that
 * already nothing is touched: these statements lock every table against readers.
 * @throws StartError that names each table without a line, and each line without a table
 */
export async function applyPolicies(
  tx: EntityManager,
  schema: string,
  policies: readonly TablePolicy[],
): Promise<void> {
  await refuseUnmatched(tx, schema, policies);
  const statements = policies.flatMap((policy) => policyStatements(schema, policy)).join(';\n');
  const wanted = createHash('md5').update(statements).digest('hex');
  const [held]: { text: string | null }[] = await tx.query(
    "select obj_description($1::text::regnamespace, 'pg_namespace') as text",
    [schema],
  );
  if (held?.text === noteOf(wanted, await findState(tx, schema))) return;
  await tx.query(clear(schema));
  await tx.query(statements);
  await tx.query(`comment on schema ${schema} is '${noteOf(wanted, await findState(tx, schema))}'`);
}

async function findState(tx: EntityManager, schema: string): Promise<string> {
  const [row]: { state: string }[] = await tx.query(STATE, [schema]);
  return row!.state;
}

/** What was last applied and what it made of the catalogue: later starts compare both. */
function noteOf(wanted: string, state: string): string {
  return `policies ${wanted}, applied ${state}`;
}

async function refuseUnmatched(tx: EntityManager, schema: string, policies: readonly TablePolicy[]): Promise<void> {
  const tables: { name: string }[] = await tx.query(
    `select relname as name from pg_class where relnamespace = $1::text::regnamespace and relkind in ('r', 'p') order by 1`,
    [schema],
  );
  const held = new Set(tables.map(({ name }) => name));
  const lines = new Set(policies.map(({ table }) => table));
  const faults = [
    ...[...held].filter((name) => !lines.has(name)).map((name) => `the table ${name} has no line`),
    ...[...lines].filter((name) => !held.has(name)).map((name) => `the line ${name} has no table`),
  ];
  if (faults.length === 0) return;
  throw new StartError(
    `${schema}: ${faults.join(', ')} in the policy table`,
    "give each table its line in the service's access-policy.ts; docs/access.md shows what the lines say",
  );
}
