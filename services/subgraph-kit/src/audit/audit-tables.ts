import type { WriteAct } from '../access/table-policy';

/**
 * Who wrote what and when: one entry for each statement, however many rows it wrote. Entries come from triggers alone,
 * through a function that belongs to a role of its own, so that the application can neither forge nor take back one. What
 * is written past the application stands under the name of its session's role.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 * @param schema its `SCHEMA_audit` is among the service's function owners
 */
export function auditSql(schema: string): string {
  return `
  create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    role text not null,
    scope text not null,
    action text not null,
    table_name text,
    row_count integer,
    -- the least and the greatest key of the written rows
    first_key text,
    last_key text,
    detail jsonb
  );
  create index audit_entry_by_time on audit_entry (at);
  create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

  -- arguments: what was done, and the rows' key as SQL
  create function audit_written() returns trigger language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
  begin
    execute format(
      'insert into audit_entry (actor, role, scope, action, table_name, row_count, first_key, last_key)
       select coalesce(nullif(current_setting(''app.actor'', true), ''''), session_user),
         coalesce(current_setting(''app.role'', true), ''''), coalesce(current_setting(''app.scope'', true), ''''),
         %L, %L, count(*), min(%3$s)::text, max(%3$s)::text from written having count(*) > 0',
      tg_argv[0], tg_table_name, tg_argv[1]);
    return null;
  end $$;
  -- whoever may execute it could hang it on a table of the own and have anything said
  revoke execute on function audit_written() from public;
  grant insert on audit_entry to ${schema}_audit;
  alter function audit_written() owner to ${schema}_audit;`;
}

/**
 * The triggers that audit a table. They are no part of a migration: each start makes them of the policy table.
 * @param key SQL for what an entry names a row by, of a type that has a least value: `id`, `id::text`
 */
export function auditTriggers(schema: string, table: string, key: string, acts: readonly WriteAct[]): string[] {
  return acts.map((act) => {
    const event = act === 'CLOSE' ? 'update' : act.toLowerCase();
    const rows = act === 'DELETE' ? 'old table' : 'new table';
    return `create trigger audited_${event} after ${event} on ${schema}.${table} referencing ${rows} as written
      for each statement execute function ${schema}.audit_written('${act}', '${key}')`;
  });
}
