/**
 * The read-only copy of the register in a service's own schema, and how counted units are grouped on another map.
 *
 * Both functions follow lineage from the map of `counted_on` to that of `map`, forwards or backwards, and have one rule:
 * a counted unit belongs to a group when all that became of it lies inside. `group_units` does it for whole provinces;
 * `group_members` for the commune-level units behind any asked units, and says which of them lie across the border
 * (`placed` false). While the links of a reorganisation are incomplete, nothing is followed below the province.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const REGISTER_SQL = `
  create table register_edition (
    only_row boolean primary key default true check (only_row),
    edition integer not null,
    swapped_at timestamptz not null default clock_timestamp()
  );
  create table register_map_state (day date primary key, exact_until date);
  create table register_unit_version (
    unit_id text not null,
    level text not null,
    code text not null,
    kind text not null,
    name text not null,
    district_id text,
    province_id text,
    valid daterange not null
  );
  create index register_unit_version_by_unit on register_unit_version (unit_id);
  create index register_unit_version_by_code on register_unit_version (code, level);
  create index register_unit_version_by_province on register_unit_version (province_id, level);
  create index register_unit_version_by_district on register_unit_version (district_id, level);
  create table register_link (
    predecessor_id text not null,
    successor_id text not null,
    kind text,
    effective_on date not null,
    is_main boolean not null,
    primary key (predecessor_id, successor_id)
  );
  create index register_link_by_successor on register_link (successor_id);
  -- each day on which units went into others, and whether all of its links are known
  create table register_reorganisation (effective_on date primary key, links_complete boolean not null);

  -- a step of lineage in the direction from one map to another
  create function lineage_step(counted_on date, map date) returns table (from_id text, to_id text) stable language sql as $$
    select predecessor_id, successor_id from register_link where effective_on > counted_on and effective_on <= map
    union all
    select successor_id, predecessor_id from register_link where effective_on > map and effective_on <= counted_on
  $$;

  create function is_lineage_complete(counted_on date, map date) returns boolean stable language sql as $$
    select not exists (
      select from register_reorganisation r
      where r.effective_on > least(counted_on, map) and r.effective_on <= greatest(counted_on, map)
        and not r.links_complete)
  $$;

  create function group_units(asked_level text, counted_on date, map date)
  returns table (unit_id text, group_id text) stable language sql as $$
    with recursive walk(origin, current) as (
      select v.unit_id, v.unit_id from register_unit_version v
      where v.level = asked_level and v.valid @> counted_on
      union
      select walk.origin, step.to_id from walk join lineage_step(counted_on, map) step on step.from_id = walk.current
      where asked_level = 'PROVINCE'
    )
    select walk.origin, case when count(distinct v.unit_id) = 1 then min(v.unit_id) end
    from walk
    left join register_unit_version v on v.unit_id = walk.current and v.valid @> map
    group by walk.origin
  $$;

  create function group_members(asked text[], counted_on date, map date)
  returns table (group_id text, unit_id text, placed boolean) stable language sql as $$
    with recursive step as materialized (
      select from_id, to_id from lineage_step(counted_on, map) where is_lineage_complete(counted_on, map)
    ),
    leaf(group_id, unit_id) as (
      select v.unit_id, v.unit_id from register_unit_version v
      where v.unit_id = any(asked) and v.level = 'COMMUNE' and v.valid @> map
      union all
      select v.district_id, v.unit_id from register_unit_version v
      where v.district_id = any(asked) and v.level = 'COMMUNE' and v.valid @> map
      union all
      select v.province_id, v.unit_id from register_unit_version v
      where v.province_id = any(asked) and v.level = 'COMMUNE' and v.valid @> map
    ),
    back(group_id, unit_id) as (
      select * from leaf
      union
      select back.group_id, step.from_id from back join step on step.to_id = back.unit_id
    ),
    member as (
      select back.group_id, back.unit_id from back
      join register_unit_version v on v.unit_id = back.unit_id and v.level = 'COMMUNE' and v.valid @> counted_on
    ),
    walk(origin, current) as (
      select member.unit_id, member.unit_id from member
      union
      select walk.origin, step.to_id from walk join step on step.from_id = walk.current
    ),
    ending as (
      select walk.origin, v.unit_id, v.district_id, v.province_id from walk
      join register_unit_version v on v.unit_id = walk.current and v.valid @> map
    )
    select member.group_id, member.unit_id,
      bool_and(member.group_id in (ending.unit_id, ending.district_id, ending.province_id) is true)
    from member join ending on ending.origin = member.unit_id
    group by member.group_id, member.unit_id
  $$;`;

/** What the application's role may do with it: swap it whole. */
export function registerGrants(app: string): string {
  return `
  grant select, insert, delete on register_map_state, register_unit_version, register_link, register_reorganisation
    to ${app};
  grant select, insert, update on register_edition to ${app};`;
}
