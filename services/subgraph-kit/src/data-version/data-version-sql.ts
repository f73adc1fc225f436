/**
 * One number for all that a service answers from: it grows with every transaction that writes, in that transaction and as
 * its last act, so that two that write wait for each other no longer than a commit takes. Whoever knows the number of an
 * answer knows whether the answer still holds. What was read or refused leaves entries in the audit, too, and does not
 * change any answer.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 * @param schema its `SCHEMA_audit` is among the service's function owners
 */
export function dataVersionSql(schema: string): string {
  return `
  create table data_version (
    only_one boolean primary key default true check (only_one),
    version bigint not null default 1
  );
  insert into data_version default values;
  grant select, update on data_version to ${schema}_audit;

  create function raise_data_version() returns trigger language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
  begin
    if coalesce(current_setting('app.version_raised_by', true), '') <> pg_current_xact_id()::text then
      update data_version set version = version + 1;
      perform set_config('app.version_raised_by', pg_current_xact_id()::text, true);
    end if;
    return null;
  end $$;
  revoke execute on function raise_data_version() from public;
  alter function raise_data_version() owner to ${schema}_audit;
  create constraint trigger audit_entry_raises_version after insert on audit_entry deferrable initially deferred
    for each row when (new.action not in ('READ', 'REFUSED')) execute function raise_data_version();`;
}

/** The copy of the register is not audited row by row; its swap changes answers all the same. */
export const REGISTER_RAISES_VERSION_SQL = `
  create constraint trigger register_edition_raises_version after insert or update on register_edition
    deferrable initially deferred for each row execute function raise_data_version();`;

export const READ_DATA_VERSION = 'select version from data_version';
