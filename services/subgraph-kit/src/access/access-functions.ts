import { STAFF } from './field-policy';

/**
 * Whether a unit lies in the actor's part of the country: the scope is the unit itself, or a district or province of any
 * of its versions, or a province that such a province went whole into. A reorganisation takes no work from anybody's
 * hands: after it the new province holds for the results of the old ones. Below the province only versions count, because
 * links may be incomplete there.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const WITHIN_SCOPE_SQL = `
  create function is_within_scope(asked text) returns boolean stable language sql
    return current_setting('app.scope', true) = 'VN' or current_setting('app.scope', true) in (
      with recursive place(id) as (
        select above.id from register_unit_version v
        cross join lateral (values (v.unit_id), (v.district_id), (v.province_id)) as above(id)
        where v.unit_id = asked
        union
        select l.successor_id from place
        join register_link l on l.predecessor_id = place.id
        where exists (select from register_unit_version p where p.unit_id = place.id and p.level = 'PROVINCE')
          and not exists (select from register_link other
            where other.predecessor_id = place.id and other.successor_id <> l.successor_id)
      )
      select place.id from place where place.id is not null);`;

/** A policy hides the rows that may not be deleted, and a delete of nothing looks like success: this says so instead. */
export const REFUSE_WRITE_SQL = `
  create function refuse_write(table_name text) returns boolean stable language plpgsql as $$
  begin
    raise exception 'This actor may not delete rows of %.', table_name using errcode = '42501';
  end $$;`;

/**
 * The same seen from the scope: all units that lie in it, once for a statement instead of once for each row.
 *
 * Migrations run this text, so once released it stays as it is.
 */
export const UNITS_IN_SCOPE_SQL = `
  create function units_in_scope() returns setof text stable language sql set search_path from current as $$
    with recursive root(id) as (
      select current_setting('app.scope', true)
      union
      select l.predecessor_id from root
      join register_link l on l.successor_id = root.id
      where exists (select from register_unit_version p where p.unit_id = l.predecessor_id and p.level = 'PROVINCE')
        and not exists (select from register_link other
          where other.predecessor_id = l.predecessor_id and other.successor_id <> root.id)
    )
    select v.unit_id from register_unit_version v
    where v.unit_id in (select id from root) or v.district_id in (select id from root)
      or v.province_id in (select id from root)
  $$;`;

// settings are read once per statement and not once per row: these sub-selects depend on no row
export const setting = (name: string) => `(select current_setting('app.${name}', true))`;

export function isAnyOf(roles: readonly string[]): string {
  return `${setting('role')} = any ('{${roles.join(',')}}')`;
}

/**
 * SQL: whether the actor sees what is not published of a unit. Drafts stay within the part of the country that a role
 * holds for.
 * @param unit SQL for the id of the unit
 * @param schema the schema of the service with a dot; empty where the search path has it
 */
export function seesUnpublished(unit: string, schema = ''): string {
  return `(${isAnyOf(STAFF)} and (${setting('scope')} = 'VN' or ${unit} in (select ${schema}units_in_scope())))`;
}
