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
