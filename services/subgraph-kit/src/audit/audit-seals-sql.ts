/**
 * The chain over the audit: each seal is the hash of the seal before it and of the entry's text, so that whoever changes,
 * takes away, adds or moves an entry afterwards has to make every later seal anew. docs/audit.md says the text exactly.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 * @param schema its `SCHEMA_audit` is among the service's function owners
 */
export function auditSealsSql(schema: string): string {
  return [tables(schema), TEXT, chain(schema), acts(schema)].join('\n');
}

const tables = (schema: string) => `
  -- copies of a database go on apart: each chain begins with the installation's own number
  alter table installation add column id uuid not null default gen_random_uuid();
  -- what is written past the application may say any actor, but not another login
  alter table audit_entry add column login text;
  alter table audit_entry alter column login set default session_user;

  create table audit_seal (
    position bigint primary key check (position > 0),
    entry_id bigint not null unique,
    hash bytea not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null
  );
  create trigger audit_seal_is_final before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();

  -- entries commit in another order than their ids: each waits here, from its own transaction on, until it is sealed
  create table audit_unsealed (entry_id bigint primary key);
  create function await_seal() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp as $$
  begin
    insert into audit_unsealed select id from added;
    return null;
  end $$;
  revoke execute on function await_seal() from public;
  alter function await_seal() owner to ${schema}_audit;
  create trigger audit_entry_awaits_seal after insert on audit_entry referencing new table as added
    for each statement execute function await_seal();
  -- who migrates is nobody, and nobody reads entries
  select set_config('app.role', 'AUDITOR', true);
  insert into audit_unsealed select id from audit_entry;
  select set_config('app.role', '', true);`;

const TEXT = `
  create function audit_field(value text) returns text immutable language sql
    return coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || ',';
  create function audit_instant(instant timestamptz) returns text stable language sql
    return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  create function audit_text(place bigint, sealed timestamptz, e audit_entry) returns text stable language sql
    return audit_field(place::text) || audit_field(audit_instant(sealed)) || audit_field((e).id::text)
      || audit_field(audit_instant((e).at)) || audit_field((e).login) || audit_field((e).actor)
      || audit_field((e).role) || audit_field((e).scope) || audit_field((e).action)
      || audit_field((e).table_name) || audit_field((e).row_count::text) || audit_field((e).first_key)
      || audit_field((e).last_key) || audit_field((e).detail::text);`;

const chain = (schema: string) => `
  create function audit_genesis() returns bytea stable language sql
    return sha256(convert_to('tieuchi/audit/1 ${schema} ' || (select id from installation), 'UTF8'));
  create function audit_link(before bytea, start bytea, entry text) returns bytea immutable language sql
    return sha256(coalesce(before, start) || convert_to(entry, 'UTF8'));
  create aggregate audit_chain(bytea, text) (sfunc = audit_link, stype = bytea);

  -- seals at most so many of the waiting entries and says how many; 0 also while another process seals
  create function seal_entries(most integer) returns integer language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
  declare
    head audit_seal;
    moment timestamptz := clock_timestamp();
    sealed integer;
  begin
    if not exists (select from audit_unsealed) or not pg_try_advisory_xact_lock(hashtext('seal ${schema}')) then
      return 0;
    end if;
    select * into head from audit_seal order by position desc limit 1;
    with taken as (
      delete from audit_unsealed where entry_id in (
        select w.entry_id from audit_unsealed w join audit_entry e on e.id = w.entry_id order by w.entry_id limit most
      ) returning entry_id
    ), placed as (
      select e as entry, coalesce(head.position, 0) + row_number() over (order by e.id) as place
      from audit_entry e join taken on taken.entry_id = e.id
    )
    insert into audit_seal (position, entry_id, hash, sealed_at)
    select place, (entry).id,
      audit_chain(coalesce(head.hash, audit_genesis()), audit_text(place, moment, entry)) over (order by place), moment
    from placed;
    get diagnostics sealed = row_count;
    return sealed;
  end $$;
  revoke execute on function seal_entries(integer) from public;
  grant execute on function seal_entries(integer) to ${schema}_app;
  alter function seal_entries(integer) owner to ${schema}_audit;`;

const acts = (schema: string) => `
  -- what leaves no row: who did it comes from the session, so that nobody has it said of another
  create function record_act(act text, what text, unit text, times integer) returns void language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
  begin
    if act not in ('DONE', 'READ', 'REFUSED') or what !~ '^[A-Za-z0-9_./-]{1,200}$' or unit !~ '^[A-Za-z0-9_-]{1,100}$' or times < 1 then
      raise exception 'An act is DONE, READ or REFUSED, of something that has a name here.' using errcode = '22023';
    end if;
    insert into audit_entry (actor, role, scope, action, row_count, detail)
    values (coalesce(nullif(current_setting('app.actor', true), ''), session_user),
      coalesce(current_setting('app.role', true), ''), coalesce(current_setting('app.scope', true), ''),
      act, times, jsonb_strip_nulls(jsonb_build_object('what', what, 'unit', unit)));
  end $$;
  revoke execute on function record_act(text, text, text, integer) from public;
  grant execute on function record_act(text, text, text, integer) to ${schema}_app;
  alter function record_act(text, text, text, integer) owner to ${schema}_audit;`;
